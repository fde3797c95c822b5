using System.Globalization;
using System.Text.RegularExpressions;
using Kpr.Functions.Tests.House;
using Kpr.Infra.Tests.Bicep;

namespace Kpr.Infra.Tests.Policy;

/// <summary>Everything is watched: diagnostics, alerts, queries and the budget; and API versions are of today.</summary>
public sealed partial class ObservationPolicyTests
{
    /// <summary>Types that have no diagnostic settings of their own.</summary>
    private static readonly HashSet<string> WithoutDiagnostics = new(StringComparer.Ordinal)
    {
        "Microsoft.Resources/resourceGroups", "Microsoft.ManagedIdentity/userAssignedIdentities", "Microsoft.Web/serverfarms", "Microsoft.Insights/components",
        "Microsoft.Insights/actionGroups", "Microsoft.Insights/scheduledQueryRules", "Microsoft.Insights/metricAlerts", "Microsoft.Insights/privateLinkScopes",
        "Microsoft.Insights/diagnosticSettings", "Microsoft.Network/privateEndpoints", "Microsoft.Network/privateDnsZones", "Microsoft.Authorization/roleAssignments",
        "Microsoft.Authorization/locks", "Microsoft.Consumption/budgets", "Microsoft.Security/defenderForStorageSettings",
    };

    private const string Newest = "the newest there is";
    private const string Looked = "a newer one exists, whose properties could not be looked up; this one's could";

    /// <summary>Versions older than two years, and why.</summary>
    private static readonly Dictionary<string, string> OlderOnPurpose = new(StringComparer.Ordinal)
    {
        ["Microsoft.Insights/diagnosticSettings@2021-05-01-preview"] = Newest,
        ["Microsoft.Authorization/roleAssignments@2022-04-01"] = Newest,
        ["Microsoft.Authorization/locks@2020-05-01"] = Newest,
        ["Microsoft.Insights/components@2020-02-02"] = Newest,
        ["Microsoft.Insights/actionGroups@2023-01-01"] = Newest,
        ["Microsoft.Insights/privateLinkScopes@2023-06-01-preview"] = Newest,
        ["Microsoft.Insights/privateLinkScopes/scopedResources@2023-06-01-preview"] = Newest,
        ["Microsoft.Network/privateDnsZones@2024-06-01"] = Newest,
        ["Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01"] = Newest,
        ["Microsoft.Insights/metricAlerts@2018-03-01"] = Looked,
        ["Microsoft.Insights/scheduledQueryRules@2023-12-01"] = Looked,
        ["Microsoft.Consumption/budgets@2023-11-01"] = Looked,
    };

    // The day on which the versions were looked up; raise it when they are looked up again.
    private static readonly DateOnly LookedUp = new(2026, 11, 22);

    [Theory]
    [MemberData(nameof(Profile.Each), MemberType = typeof(Profile))]
    public void Every_resource_tells_the_workspace(string profile)
    {
        var deployment = Profile.Deploy(profile, null, ("durableBackend", "scheduler"));
        var watched = deployment.Made("Microsoft.Insights/diagnosticSettings").Select(setting => setting.Scope!.Id).ToHashSet(StringComparer.Ordinal);
        var services = new[] { "blobServices", "tableServices", "queueServices" }.Select(service => $"Microsoft.Storage/storageAccounts/{service}");
        var due = deployment.Resources.Where(resource => !resource.Existing && !WithoutDiagnostics.Contains(resource.Type))
            .Where(resource => resource.Type.Count(c => c == '/') == 1 || services.Contains(resource.Type)).ToList();

        Assert.NotEmpty(due);
        Assert.DoesNotContain(due, resource => !watched.Contains(resource.Id));
        Assert.All(deployment.Made("Microsoft.Insights/diagnosticSettings"), setting => Assert.NotNull(setting["properties.workspaceId"]));
    }

    [Fact]
    public void Api_versions_are_of_the_last_two_years_or_older_on_purpose()
    {
        var versions = SourceFiles.Repository.BicepPaths.SelectMany(path => SourceFiles.Repository.Bicep(path).Declarations.OfType<ResourceDeclaration>())
            .Select(resource => $"{resource.Type}@{resource.ApiVersion}").Distinct().ToList();

        Assert.All(versions, version => Assert.Matches(@"@\d{4}-\d{2}-\d{2}(-preview)?$", version));
        Assert.Empty(versions.Where(version => Day(version) < LookedUp.AddYears(-2)).Except(OlderOnPurpose.Keys));
        Assert.Empty(OlderOnPurpose.Keys.Except(versions));
        Assert.DoesNotContain(versions.GroupBy(version => version.Split('@')[0]), type => type.Count() > 1);

        static DateOnly Day(string version) => DateOnly.ParseExact(version.Split('@')[1][..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Somebody_is_woken_for_what_matters()
    {
        var deployment = Profile.Deploy("production");
        var alerts = deployment.Made("Microsoft.Insights/scheduledQueryRules").Select(rule => rule.Name).ToList();

        Assert.All(
            ["dead-letters", "oldest-file", "given-up", "failed-orchestrations", "slow-requests", "failures", "unwrap-rate", "storage-refusals", "vault-refused", "near-expiry", "no-municipal-file"],
            name => Assert.Contains(alerts, alert => alert.StartsWith($"alert-{name}-", StringComparison.Ordinal)));
        Assert.Equal(3, deployment.Made("Microsoft.Insights/metricAlerts").Count());
        Assert.All(deployment.Made("Microsoft.Insights/scheduledQueryRules"), rule => Assert.NotEmpty((List<object?>)rule["properties.actions.actionGroups"]!));
    }

    [Fact]
    public void Every_query_is_saved_and_every_saved_query_has_its_file()
    {
        var saved = Profile.Deploy("production").Made("Microsoft.OperationalInsights/workspaces/savedSearches").Select(query => query.Name.Split('/')[^1] + ".kql");
        Assert.Equal(Queries().Select(Path.GetFileName).Order(StringComparer.Ordinal), saved.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Queries_ask_for_events_and_fields_that_the_app_logs()
    {
        var log = RepositoryFolder.Read("functions/Kpr.Functions/Log.cs");
        var events = LogEvents().Matches(log).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value, StringComparer.Ordinal);
        foreach (var path in Queries())
        {
            var text = File.ReadAllText(path);
            var asked = EventIds().Matches(text).Select(match => match.Groups[1].Value).ToList();
            Assert.All(asked, id => Assert.True(events.ContainsKey(id), $"{path}: event {id} is not logged."));
            var fields = Fields().Matches(text).Select(match => match.Groups[1].Value).Where(field => field is not ("EventId" or "Category" or "CategoryName") && !field.StartsWith("prop__", StringComparison.Ordinal));
            Assert.All(fields, field => Assert.Contains(asked, id => events[id].Contains($"{{{field}}}", StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData("dev", 2000L)]
    [InlineData("test", 4000L)]
    [InlineData("production", 20000L)]
    public void The_budget_warns_before_and_after(string profile, long amount)
    {
        var budget = Assert.Single(Profile.Deploy(profile).Made("Microsoft.Consumption/budgets"));
        var thresholds = ((Dictionary<string, object?>)budget["properties.notifications"]!).Values.Cast<Dictionary<string, object?>>()
            .Select(notification => $"{notification["threshold"]} {notification["thresholdType"]}");

        Assert.Equal(amount, budget["properties.amount"]);
        Assert.Equal(["50 Actual", "80 Actual", "100 Actual", "110 Forecasted"], thresholds);
    }

    private static string[] Queries() => Directory.GetFiles(Path.Combine(RepositoryFolder.Path, "infra", "queries"), "*.kql");

    [GeneratedRegex("""LoggerMessage\((\d+), LogLevel\.\w+, "([^"]*)"\)""")]
    private static partial Regex LogEvents();

    [GeneratedRegex("""(?<=EventId\)[^\n]*)"(\d{4})["]""")]
    private static partial Regex EventIds();

    [GeneratedRegex(@"Properties\.(\w+)")]
    private static partial Regex Fields();
}
