using System.Text.RegularExpressions;
using Kpr.Infra.Tests.Bicep;
using Kpr.Infra.Tests.Drift;

namespace Kpr.Infra.Tests.Policy;

/// <summary>Rights are narrow, by identity, and there is no other way in.</summary>
public sealed partial class RightsPolicyTests
{
    [Theory]
    [MemberData(nameof(Profile.Each), MemberType = typeof(Profile))]
    public void Every_role_is_known_and_given_on_the_narrowest_scope(string profile)
    {
        var deployment = Profile.Deploy(
            profile, null, ("durableBackend", "scheduler"), ("operatorsGroupId", "g1"), ("keyKeepersGroupId", "g2"), DriftTests.OneSender);

        Assert.All(deployment.Made("Microsoft.Authorization/roleAssignments"), assignment =>
        {
            var role = ((string)assignment["properties.roleDefinitionId"]!).Split(':')[1];
            Assert.Contains(assignment.Scope!.Type, Assert.Contains(role, Roles.Scopes));
            Assert.Contains(assignment["properties.principalType"], (string[])["ServicePrincipal", "Group"]);
            Assert.True(Guid.TryParse(assignment.Name, out _));
        });
    }

    [Fact]
    public void Owner_of_blobs_is_an_app_on_its_own_host_account_alone()
    {
        var owners = Profile.Deploy("production").Made("Microsoft.Authorization/roleAssignments")
            .Where(assignment => ((string)assignment["properties.roleDefinitionId"]!).EndsWith(Roles.BlobOwner, StringComparison.Ordinal)).ToList();

        Assert.Equal(4, owners.Count);
        Assert.Equal(4, owners.Select(owner => owner["properties.principalId"]).Distinct().Count());
        Assert.Equal(4, owners.Select(owner => owner.Scope!.Name).Distinct().Count());
        Assert.All(owners, owner => Assert.StartsWith("kprhost", owner.Scope!.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void The_intake_writes_identity_and_cannot_read_it()
    {
        var intake = new AzureSide(Profile.Deploy("production")).Apps.Single(app => app.Name == "intake");
        var right = Assert.Single(intake.Rights, right => AzureSide.Short(right.Scope) == "identity/identity");

        Assert.DoesNotContain("read", AzureSide.BlobRights(right).Split(' '));
        Assert.DoesNotContain("delete", AzureSide.BlobRights(right).Split(' '));
    }

    [Fact]
    public void The_applications_app_has_no_right_to_what_lands_or_to_identity()
    {
        var applications = new AzureSide(Profile.Deploy("production")).Apps.Single(app => app.Name == "applications");

        Assert.DoesNotContain(applications.Rights, right => right.Scope.Contains("kprlanding", StringComparison.Ordinal) || right.Scope.Contains("kpridentity", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_the_app_of_persons_opens_identity_and_quarantine_and_nothing_lands_with_it()
    {
        var apps = new AzureSide(Profile.Deploy("production")).Apps;
        var readers = apps.SelectMany(app => app.Rights.Select(right => (app.Name, Right: right)))
            .Where(pair => AzureSide.Short(pair.Right.Scope) is "identity/identity" or "landing/quarantine" or "landing/archive" && AzureSide.BlobRights(pair.Right).Split(' ').Contains("read"));

        Assert.Equal(["persons"], readers.Select(pair => pair.Name).Distinct());
        Assert.DoesNotContain(apps.Single(app => app.Name == "persons").Rights, right => AzureSide.Short(right.Scope) is "landing/incoming");
    }

    [Fact]
    public void People_have_nothing_until_a_group_is_named() => Assert.DoesNotContain(
        Profile.Deploy("production").Made("Microsoft.Authorization/roleAssignments"), assignment => Equals(assignment["properties.principalType"], "Group"));

    [Fact]
    public void A_sender_writes_and_reads_under_its_own_number_only()
    {
        var rights = Profile.Deploy("production", null, DriftTests.OneSender).Made("Microsoft.Authorization/roleAssignments")
            .Where(assignment => (assignment["properties.description"] as string)?.StartsWith("Sender 0301", StringComparison.Ordinal) == true).ToList();

        Assert.Equal(["incoming", "receipts"], rights.Select(right => right.Scope!.Name.Split('/')[^1]));
        Assert.All(rights, right =>
        {
            var condition = (string)right["properties.condition"]!;
            Assert.Equal("2.0", right["properties.conditionVersion"]);
            Assert.DoesNotContain("{sender}", condition, StringComparison.Ordinal);
            Assert.All(Places().Matches(condition), place => Assert.Matches("^[a-z-]+/0301/\\*$", place.Groups[1].Value));
            Assert.Equal(condition.Count(c => c == '('), condition.Count(c => c == ')'));
        });
    }

    [Fact]
    public void Conditions_are_whole() => Assert.All(
        Profile.Deploy("production", null, DriftTests.OneSender).Made("Microsoft.Authorization/roleAssignments").Where(assignment => assignment["properties.condition"] is not null),
        assignment =>
        {
            var condition = (string)assignment["properties.condition"]!;
            Assert.Equal("2.0", assignment["properties.conditionVersion"]);
            Assert.Equal(condition.Count(c => c == '('), condition.Count(c => c == ')'));
            Assert.InRange(condition.Length, 1, 8_000);
        });

    [Fact]
    public void Event_grid_delivers_by_an_identity_of_its_own_and_keeps_what_it_cannot_deliver()
    {
        var deployment = Profile.Deploy("production");
        var subscription = Assert.Single(deployment.Made("Microsoft.EventGrid/systemTopics/eventSubscriptions"));
        var topic = Assert.Single(deployment.Made("Microsoft.EventGrid/systemTopics"));
        var rights = deployment.Made("Microsoft.Authorization/roleAssignments").Where(assignment => Equals(assignment["properties.principalId"], new RuntimeValue($"{topic.Id}.identity.principalId")))
            .Select(assignment => assignment.Scope!.Name.Split('/')[^1]);

        Assert.Equal("SystemAssigned", topic["identity.type"]);
        Assert.Equal("CloudEventSchemaV1_0", subscription["properties.eventDeliverySchema"]);
        Assert.Matches(":sb-kpr-[^/]+/file-arrived$", (string)subscription["properties.deliveryWithResourceIdentity.destination.properties.resourceId"]!);
        Assert.Equal("undelivered-events", subscription["properties.deadLetterWithResourceIdentity.deadLetterDestination.properties.blobContainerName"]);
        Assert.Equal("/blobServices/default/containers/incoming/blobs/", subscription["properties.filter.subjectBeginsWith"]);
        Assert.Equal(["file-arrived", "undelivered-events"], rights.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_webhook_opens_only_in_a_public_network_and_with_a_key()
    {
        Assert.Single(Subscriptions(("webhookDoor", true)));
        Assert.Equal(2, Subscriptions(("webhookDoor", true), ("webhookKey", "k")).Count());
        Assert.Single(Subscriptions(("webhookDoor", true), ("webhookKey", "k"), ("privateNetwork", true)));

        static IEnumerable<DeployedResource> Subscriptions(params (string, object?)[] changes) =>
            Profile.Deploy("dev", null, changes).Made("Microsoft.EventGrid/systemTopics/eventSubscriptions");
    }

    [Fact]
    public void No_file_asks_for_a_key_or_holds_one() => Assert.All(SourceFiles.Repository.BicepPaths, path =>
    {
        var text = SourceFiles.Repository.Text(path);
        Assert.DoesNotMatch(Secrets(), text);
        Assert.DoesNotContain("br/public:", text, StringComparison.Ordinal);
        Assert.DoesNotContain("br:", text, StringComparison.Ordinal);
    });

    [Theory]
    [MemberData(nameof(Profile.Each), MemberType = typeof(Profile))]
    public void No_setting_and_no_output_is_a_secret(string profile)
    {
        var deployment = Profile.Deploy(profile, null, ("durableBackend", "scheduler"), ("webhookDoor", true), ("webhookKey", "hush-hush"));
        var settings = new AzureSide(deployment).Apps.SelectMany(app => app.Settings).ToList();

        Assert.All(settings, setting => Assert.DoesNotMatch("(?i)accountkey=|sharedaccess|sig=|password|hush", setting.Value));
        Assert.All(settings.Where(setting => setting.Key.EndsWith("__credential", StringComparison.Ordinal)), setting => Assert.Equal("managedidentity", setting.Value));
        Assert.DoesNotContain(settings, setting => setting.Key is "AzureWebJobsStorage" or "FUNCTIONS_WORKER_RUNTIME" or "WEBSITE_RUN_FROM_PACKAGE" or "WEBSITE_CONTENTAZUREFILECONNECTIONSTRING");
        Assert.All(deployment.Outputs, output => Assert.DoesNotMatch("(?i)key|secret|hush|connectionstring|sas", $"{output.Key}={output.Value}"));
    }

    [Theory]
    [MemberData(nameof(Profile.Each), MemberType = typeof(Profile))]
    public void The_outputs_name_what_azd_and_people_need(string profile) => Assert.Superset(
        new HashSet<string>(["AZURE_LOCATION", "AZURE_TENANT_ID", "AZURE_RESOURCE_GROUP", "SERVICE_INTAKE_NAME", "SERVICE_INTAKE_URI", "SERVICE_APPLICATIONS_NAME", "SERVICE_APPLICATIONS_URI", "SERVICE_PERSONS_NAME", "SERVICE_PERSONS_URI"], StringComparer.Ordinal),
        Profile.Deploy(profile).Outputs.Keys.ToHashSet(StringComparer.Ordinal));

    [GeneratedRegex("StringLike '([^']*)'")]
    private static partial Regex Places();

    [GeneratedRegex(@"(?i)list\w*keys?\s*\(|listAccountSas|listServiceSas|listSecrets|AccountKey=|SharedAccessKey|8e3af657-a8ff-443c-a75c-2fe8c4bcb635|b24988ac-6180-42a0-ab88-20f7382dd24c|18d7d88d-d35e-4fb5-a5c3-7773c20a72d9|090c5cfd-751d-490a-894a-3ce6f1109419")]
    private static partial Regex Secrets();
}
