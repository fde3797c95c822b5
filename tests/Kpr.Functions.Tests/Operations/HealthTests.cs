using System.Net;
using System.Text.Json.Nodes;
using Azure;
using Azure.Messaging.ServiceBus;
using Kpr.Functions.Azure;
using Kpr.Functions.Operations;
using Kpr.Functions.Operations.Triggers;
using Kpr.LocalAzure.Azurite;
using Kpr.LocalAzure.ServiceBus;
using Microsoft.Extensions.Configuration;
using Moq;

namespace Kpr.Functions.Tests.Operations;

public sealed class HealthTests
{
    private static readonly Func<Kpr.Local.LocalSystemOptions, Kpr.Local.LocalSystemOptions> HealthOnly = TestSystem.Only(type => type == typeof(Health));

    [Fact]
    public async Task A_whole_system_is_ready()
    {
        await using var test = await TestSystem.StartAsync(HealthOnly);
        var (status, answer) = await AskAsync(test);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("""{"app":"","ready":true,"missing":[]}""", answer.ToJsonString());
    }

    [Fact]
    public async Task An_app_tells_which_it_is()
    {
        await using var test = await TestSystem.StartAsync(options => HealthOnly(TestSystem.With(("Kpr:App", "intake"))(options)));
        Assert.Equal("intake", (string?)(await AskAsync(test)).Answer["app"]);
    }

    [Fact]
    public async Task What_is_missing_is_told_by_name_and_looked_for_again()
    {
        await using var test = await TestSystem.StartAsync(HealthOnly);
        var fresh = (await SharedAzurite.NextAccountAsync()).ConnectionString;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            StorageAccounts.Names.Select(name => KeyValuePair.Create(name, (string?)fresh)).Append(KeyValuePair.Create("Kpr:App", (string?)"intake"))).Build();
        var readiness = new Readiness(configuration, new Lazy<MessageBus>(test.Get<MessageBus>), new Lazy<IKeyRingSource>(test.Get<IKeyRingSource>), test.Clock);

        var before = await readiness.CheckAsync(CancellationToken.None);
        Assert.False(before.Ready);
        Assert.Equal(
            DeployedApp.Intake.Containers.Select(container => $"{container.Account}/{container.Name}: not there")
                .Concat(DeployedApp.Intake.Tables.Select(table => $"{table.Account}/{table.Name}: 404 TableNotFound")).Order(StringComparer.Ordinal),
            before.Missing.Order(StringComparer.Ordinal));

        foreach (var container in DeployedApp.Intake.Containers)
        {
            await StorageAccounts.Blobs(configuration, container.Account).GetBlobContainerClient(container.Name).CreateIfNotExistsAsync();
        }

        foreach (var table in DeployedApp.Intake.Tables)
        {
            await StorageAccounts.Tables(configuration, table.Account).GetTableClient(table.Name).CreateIfNotExistsAsync();
        }

        Assert.False((await readiness.CheckAsync(CancellationToken.None)).Ready);
        test.Clock.Advance(TimeSpan.FromSeconds(11));
        Assert.True((await readiness.CheckAsync(CancellationToken.None)).Ready);
    }

    [Fact]
    public async Task A_queue_that_is_missing_is_told()
    {
        await using var test = await TestSystem.StartAsync(HealthOnly);
        var name = $"{test.BusConnection.GetHashCode(StringComparison.Ordinal):x}-empty";
        using var empty = LocalNamespace.Register($"{name}.servicebus.local", new LocalNamespaceOptions { StateFile = test.StateFile + ".empty", Clock = test.Clock, Queues = [] });
        await using var bus = new MessageBus(new ServiceBusClient(LocalNamespace.ConnectionString(name)));

        var answer = await new Readiness(test.Get<IConfiguration>(), new Lazy<MessageBus>(bus), new Lazy<IKeyRingSource>(test.Get<IKeyRingSource>), test.Clock).CheckAsync(CancellationToken.None);
        Assert.Superset(
            DeployedApp.Intake.Receives.Select(queue => $"queue {queue}, receiving: MessagingEntityNotFound").ToHashSet(StringComparer.Ordinal), answer.Missing.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_vault_that_refuses_is_told_with_what_to_look_for()
    {
        await using var test = await TestSystem.StartAsync(HealthOnly);
        var keys = new Mock<IKeyRingSource>();
        keys.Setup(source => source.GetAsync(It.IsAny<CancellationToken>())).Throws(new VaultRefusedException("https://v/keys/kpr", new RequestFailedException(403, "")));

        var answer = await new Readiness(test.Get<IConfiguration>(), new Lazy<MessageBus>(test.Get<MessageBus>), new Lazy<IKeyRingSource>(keys.Object), test.Clock).CheckAsync(CancellationToken.None);

        Assert.Equal(["keys: the vault refuses, 403: role missing or not yet spread, network rules, or key disabled"], answer.Missing);
    }

    private static async Task<(HttpStatusCode Status, JsonNode Answer)> AskAsync(TestSystem test)
    {
        using var http = new HttpClient { BaseAddress = test.System.Host.Address };
        using var answer = await http.GetAsync(new Uri("api/health", UriKind.Relative));
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }
}
