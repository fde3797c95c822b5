using Kpr.Infra.Tests.Bicep;

namespace Kpr.Infra.Tests.Policy;

/// <summary>The closed network: on in production, one switch, and then nothing is reached from outside.</summary>
public sealed class NetworkPolicyTests
{
    private static readonly string[] PublicByNature = ["Microsoft.Storage/storageAccounts", "Microsoft.ServiceBus/namespaces", "Microsoft.KeyVault/vaults", "Microsoft.Web/sites"];

    private static readonly string[] Monitors = ["Microsoft.OperationalInsights/workspaces", "Microsoft.Insights/components"];

    [Theory]
    [InlineData("production", true)]
    [InlineData("test", false)]
    [InlineData("dev", false)]
    public void The_public_network_is_as_the_profile_says(string profile, bool closed)
    {
        var deployment = Profile.Deploy(profile);
        var access = closed ? "Disabled" : "Enabled";

        Assert.All(PublicByNature.SelectMany(deployment.Made), resource => Assert.Equal(access, resource["properties.publicNetworkAccess"]));
        Assert.All(Monitors.SelectMany(deployment.Made), resource =>
        {
            Assert.Equal(access, resource["properties.publicNetworkAccessForIngestion"]);
            Assert.Equal(access, resource["properties.publicNetworkAccessForQuery"]);
        });
        Assert.Equal(closed, deployment.Made("Microsoft.Network/virtualNetworks").Any());
        Assert.Equal(closed, deployment.Made("Microsoft.Network/privateEndpoints").Any());
    }

    [Fact]
    public void The_switch_closes_the_other_profiles_too()
    {
        var deployment = Profile.Deploy("dev", null, ("privateNetwork", true), ("durableBackend", "scheduler"));

        Assert.All(PublicByNature.Append("Microsoft.DurableTask/schedulers").SelectMany(deployment.Made), resource => Assert.Equal("Disabled", resource["properties.publicNetworkAccess"]));
        Assert.Equal("Premium", Assert.Single(deployment.Made("Microsoft.ServiceBus/namespaces"))["sku.name"]);
    }

    [Fact]
    public void Every_closed_service_has_an_endpoint_for_each_part_that_is_used()
    {
        var deployment = Profile.Deploy("production", null, ("durableBackend", "scheduler"));
        var endpoints = deployment.Made("Microsoft.Network/privateEndpoints")
            .Select(endpoint => (Dictionary<string, object?>)((Dictionary<string, object?>)((List<object?>)endpoint["properties.privateLinkServiceConnections"]!).Single()!)["properties"]!)
            .Select(connection => $"{connection["privateLinkServiceId"]} {((List<object?>)connection["groupIds"]!).Single()}").ToHashSet(StringComparer.Ordinal);
        var needed = deployment.Made("Microsoft.Storage/storageAccounts").Select(account => $"{account.Id} blob")
            .Concat(deployment.Made("Microsoft.Storage/storageAccounts/tableServices").Select(service => $"Microsoft.Storage/storageAccounts:{service.Name.Split('/')[0]} table"))
            .Concat(deployment.Made("Microsoft.Storage/storageAccounts/queueServices").Select(service => $"Microsoft.Storage/storageAccounts:{service.Name.Split('/')[0]} queue"))
            .Concat(deployment.Made("Microsoft.ServiceBus/namespaces").Select(bus => $"{bus.Id} namespace"))
            .Concat(deployment.Made("Microsoft.KeyVault/vaults").Select(vault => $"{vault.Id} vault"))
            .Concat(deployment.Made("Microsoft.Web/sites").Select(site => $"{site.Id} sites"))
            .Concat(deployment.Made("Microsoft.DurableTask/schedulers").Select(scheduler => $"{scheduler.Id} scheduler"))
            .Concat(deployment.Made("Microsoft.Insights/privateLinkScopes").Select(scope => $"{scope.Id} azuremonitor"));

        Assert.Equal(needed.Order(StringComparer.Ordinal), endpoints.Order(StringComparer.Ordinal));
        Assert.Equal(endpoints.Count, deployment.Made("Microsoft.Network/privateEndpoints/privateDnsZoneGroups").Count());
    }

    [Fact]
    public void Rules_of_closed_services_let_nobody_in()
    {
        var deployment = Profile.Deploy("production");

        Assert.All(deployment.Made("Microsoft.Storage/storageAccounts").Concat(deployment.Made("Microsoft.KeyVault/vaults")), resource =>
        {
            Assert.Equal("Deny", resource["properties.networkAcls.defaultAction"]);
            Assert.Empty((List<object?>)resource["properties.networkAcls.ipRules"]!);
        });
        Assert.All(deployment.Made("Microsoft.KeyVault/vaults"), vault => Assert.Equal("None", vault["properties.networkAcls.bypass"]));
        var rules = Assert.Single(deployment.Made("Microsoft.ServiceBus/namespaces/networkRuleSets"));
        Assert.Equal("Deny", rules["properties.defaultAction"]);
        Assert.Equal(true, rules["properties.trustedServiceAccessEnabled"]);
    }

    [Fact]
    public void Apps_go_out_through_subnets_of_their_own()
    {
        var deployment = Profile.Deploy("production");
        var subnets = ((List<object?>)Assert.Single(deployment.Made("Microsoft.Network/virtualNetworks"))["properties.subnets"]!).Cast<Dictionary<string, object?>>().ToList();

        Assert.Equal(4, deployment.Made("Microsoft.Web/sites").Select(site => site["properties.virtualNetworkSubnetId"]).Distinct().Count());
        Assert.All(deployment.Made("Microsoft.Web/sites"), site => Assert.Equal(true, site["properties.outboundVnetRouting.allTraffic"]));
        Assert.All(subnets, subnet => Assert.NotNull(((Dictionary<string, object?>)subnet["properties"]!)["networkSecurityGroup"]));
        Assert.Equal(["10.60.0.0/26", "10.60.0.64/26", "10.60.0.128/26", "10.60.0.192/26", "10.60.1.0/26"], subnets.Select(subnet => ((Dictionary<string, object?>)subnet["properties"]!)["addressPrefix"]));
    }

    [Fact]
    public void No_address_stands_for_everybody_in_a_closed_network()
    {
        var scheduler = Assert.Single(Profile.Deploy("production", null, ("durableBackend", "scheduler")).Made("Microsoft.DurableTask/schedulers"));
        Assert.Empty((List<object?>)scheduler["properties.ipAllowlist"]!);
    }
}
