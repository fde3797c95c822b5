using Kpr.Infra.Tests.Bicep;

namespace Kpr.Infra.Tests.Policy;

/// <summary>What every resource must be like, in the deployment of every profile.</summary>
public sealed class ResourcePolicyTests
{
    [Theory]
    [MemberData(nameof(Profile.Each), MemberType = typeof(Profile))]
    public void Storage_takes_identities_only_over_tls(string profile) => Assert.All(Profile.Deploy(profile).Made("Microsoft.Storage/storageAccounts"), account =>
    {
        Assert.Equal(false, account["properties.allowSharedKeyAccess"]);
        Assert.Equal(false, account["properties.allowBlobPublicAccess"]);
        Assert.Equal(false, account["properties.allowCrossTenantReplication"]);
        Assert.Equal(false, account["properties.isLocalUserEnabled"]);
        Assert.Equal(true, account["properties.supportsHttpsTrafficOnly"]);
        Assert.Equal(true, account["properties.encryption.requireInfrastructureEncryption"]);
        Assert.Equal("AAD", account["properties.allowedCopyScope"]);
        Assert.Equal("TLS1_2", account["properties.minimumTlsVersion"]);
    });

    [Theory]
    [MemberData(nameof(Profile.Each), MemberType = typeof(Profile))]
    public void What_is_erased_is_gone_within_seven_days(string profile) => Assert.All(
        Profile.Deploy(profile).Made("Microsoft.Storage/storageAccounts/blobServices"), blobs =>
        {
            Assert.Equal(false, blobs["properties.isVersioningEnabled"]);
            Assert.InRange((long)blobs["properties.deleteRetentionPolicy.days"]!, 1, 7);
            Assert.InRange((long)blobs["properties.containerDeleteRetentionPolicy.days"]!, 1, 7);
        });

    [Theory]
    [MemberData(nameof(Profile.Each), MemberType = typeof(Profile))]
    public void The_audit_log_alone_cannot_be_changed_and_grows(string profile)
    {
        var policy = Assert.Single(Profile.Deploy(profile).Made("Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies"));

        Assert.Matches("^kpraudit[^/]+/default/audit/default$", policy.Name);
        Assert.Equal(true, policy["properties.allowProtectedAppendWrites"]);
        Assert.InRange((long)policy["properties.immutabilityPeriodSinceCreationInDays"]!, 365, 146_000);
    }

    [Theory]
    [MemberData(nameof(Profile.Each), MemberType = typeof(Profile))]
    public void What_lands_is_deleted_in_time_and_the_register_never(string profile)
    {
        var deployment = Profile.Deploy(profile);
        var rules = deployment.Made("Microsoft.Storage/storageAccounts/managementPolicies")
            .SelectMany(policy => ((List<object?>)policy["properties.policy.rules"]!).Cast<Dictionary<string, object?>>(), (policy, rule) => (policy.Name, Rule: rule)).ToList();
        var prefixes = rules.Select(rule => ((List<object?>)((Dictionary<string, object?>)((Dictionary<string, object?>)rule.Rule["definition"]!)["filters"]!)["prefixMatch"]!).Single());

        Assert.All(rules, rule => Assert.Matches("^kpr(landing|delivery)", rule.Name));
        Assert.Equal(["archive/", "deliveries/", "incoming/", "linkages/", "quarantine/", "receipts/", "undelivered-events/", "work/"], prefixes.Cast<string>().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Profile.Each), MemberType = typeof(Profile))]
    public void The_bus_takes_identities_only_over_tls(string profile)
    {
        var bus = Assert.Single(Profile.Deploy(profile).Made("Microsoft.ServiceBus/namespaces"));

        Assert.Equal(true, bus["properties.disableLocalAuth"]);
        Assert.Equal("1.2", bus["properties.minimumTlsVersion"]);
        Assert.Equal(profile == "production" ? "Premium" : "Standard", bus["sku.name"]);
    }

    [Theory]
    [MemberData(nameof(Profile.Each), MemberType = typeof(Profile))]
    public void Apps_are_reached_over_https_and_published_by_identity(string profile)
    {
        var deployment = Profile.Deploy(profile);
        Assert.Equal(4, deployment.Made("Microsoft.Web/sites").Count());
        Assert.All(deployment.Made("Microsoft.Web/sites"), app =>
        {
            Assert.Equal(true, app["properties.httpsOnly"]);
            Assert.Equal("1.2", app["properties.siteConfig.minTlsVersion"]);
            Assert.Equal("1.2", app["properties.siteConfig.scmMinTlsVersion"]);
            Assert.Equal("Disabled", app["properties.siteConfig.ftpsState"]);
            Assert.Equal("UserAssigned", app["identity.type"]);
            Assert.Equal("UserAssignedIdentity", app["properties.functionAppConfig.deployment.storage.authentication.type"]);
            Assert.Equal("dotnet-isolated", app["properties.functionAppConfig.runtime.name"]);
            Assert.Equal("10.0", app["properties.functionAppConfig.runtime.version"]);
            Assert.InRange((long)app["properties.functionAppConfig.scaleAndConcurrency.maximumInstanceCount"]!, 1, 100);
        });
        var policies = deployment.Made("Microsoft.Web/sites/basicPublishingCredentialsPolicies").ToList();
        Assert.Equal(8, policies.Count);
        Assert.All(policies, policy => Assert.Equal(false, policy["properties.allow"]));
        Assert.All(deployment.Made("Microsoft.Web/serverfarms"), plan => Assert.Equal("FC1", plan["sku.name"]));
    }

    [Theory]
    [MemberData(nameof(Profile.Each), MemberType = typeof(Profile))]
    public void Vaults_know_roles_only_and_keys_rotate(string profile)
    {
        var deployment = Profile.Deploy(profile);
        var vaults = deployment.Made("Microsoft.KeyVault/vaults").ToList();

        Assert.Equal(2, vaults.Count);
        Assert.All(vaults, vault =>
        {
            Assert.Equal(true, vault["properties.enableRbacAuthorization"]);
            Assert.Equal(true, vault["properties.enableSoftDelete"]);
            Assert.Equal(profile == "dev" ? null : true, vault["properties.enablePurgeProtection"]);
            Assert.Equal(profile == "production" ? "premium" : "standard", vault["properties.sku.name"]);
        });
        Assert.Equal(7L, vaults.Single(vault => vault.Name.StartsWith("kv-kpr-d-", StringComparison.Ordinal))["properties.softDeleteRetentionInDays"]);
        Assert.All(deployment.Made("Microsoft.KeyVault/vaults/keys"), key =>
        {
            Assert.NotNull(key["properties.rotationPolicy.attributes.expiryTime"]);
            Assert.Equal(profile == "production" ? "RSA-HSM" : "RSA", key["properties.kty"]);
            Assert.Equal(["wrapKey", "unwrapKey"], (List<object?>)key["properties.keyOps"]!);
        });
    }

    [Theory]
    [MemberData(nameof(Profile.Each), MemberType = typeof(Profile))]
    public void Telemetry_takes_identities_only_and_hides_addresses(string profile)
    {
        var deployment = Profile.Deploy(profile);
        var insights = Assert.Single(deployment.Made("Microsoft.Insights/components"));
        var workspace = Assert.Single(deployment.Made("Microsoft.OperationalInsights/workspaces"));

        Assert.Equal(true, insights["properties.DisableLocalAuth"]);
        Assert.Equal(false, insights["properties.DisableIpMasking"]);
        Assert.Equal(true, workspace["properties.features.disableLocalAuth"]);
        Assert.Equal(profile == "production" ? 90L : 30L, workspace["properties.retentionInDays"]);
    }

    [Theory]
    [MemberData(nameof(Profile.Each), MemberType = typeof(Profile))]
    public void Everything_bears_its_tags(string profile)
    {
        var deployment = Profile.Deploy(profile);
        var tagged = deployment.Resources.Where(resource => !resource.Existing && resource.Body.ContainsKey("location")).ToList();

        Assert.True(tagged.Count > 15);
        Assert.All(tagged, resource => Assert.Superset(
            new HashSet<string>(["azd-env-name", "environment", "service", "owner", "data-class"], StringComparer.Ordinal),
            ((Dictionary<string, object?>)(resource["tags"] ?? throw new InvalidOperationException(resource.ToString()))).Keys.ToHashSet(StringComparer.Ordinal)));
    }

    [Fact]
    public void Production_alone_denies_deleting_what_holds_data()
    {
        Assert.Empty(Profile.Deploy("dev").Made("Microsoft.Authorization/locks"));
        var production = Profile.Deploy("production");
        var locked = production.Made("Microsoft.Authorization/locks").Select(@lock => @lock.Scope!.Id).ToHashSet(StringComparer.Ordinal);
        string[] types = ["Microsoft.Storage/storageAccounts", "Microsoft.ServiceBus/namespaces", "Microsoft.KeyVault/vaults", "Microsoft.OperationalInsights/workspaces"];

        Assert.All(types.SelectMany(production.Made), resource => Assert.Contains(resource.Id, locked));
    }

    [Fact]
    public void Uploads_are_scanned_in_production() =>
        Assert.Equal(
            ["kprcases", "kprlanding"],
            Profile.Deploy("production").Made("Microsoft.Security/defenderForStorageSettings")
                .Select(settings => settings.Scope!.Id["Microsoft.Storage/storageAccounts:".Length..]).Select(name => name.StartsWith("kprcases", StringComparison.Ordinal) ? "kprcases" : name[.."kprlanding".Length]).Order(StringComparer.Ordinal));
}
