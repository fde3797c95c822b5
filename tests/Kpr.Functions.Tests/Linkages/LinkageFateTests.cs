using Kpr.Core.Extracts.Orders;
using Kpr.Functions.Azure;
using Kpr.Functions.Extracts;
using Kpr.Functions.Linkages;
using Kpr.Functions.Preparation.Extracts;
using Kpr.Functions.Tests.Extracts;

namespace Kpr.Functions.Tests.Linkages;

/// <summary>What becomes of the keys of a linkage when something is wrong, or comes in between.</summary>
public sealed class LinkageFateTests
{
    private static readonly string[] Listed = [.. ExtractWorld.People.Take(3).Select(person => person.Number)];

    [Fact]
    public async Task What_cannot_be_made_is_refused_with_the_reason_and_leaves_nothing()
    {
        await using var test = await TestSystem.StartAsync(ExtractWorld.Apps);
        using var world = new ExtractWorld(() => test.System.Services, linked: true);
        using var linkage = new LinkageWorld(world);
        using var expired = LinkageWorld.Certificate(-1);
        await world.BeginCaseAsync();
        (string Message, Func<Task> Order)[] fates =
        [
            ("npr-1: Sertifikatet gikk ut", async () => await linkage.OrderAsync(await linkage.ListAsync(Listed), expired)),
            ("Listen over personer finnes ikke.", () => linkage.OrderAsync(new string('0', 32))),
            ("Listen over personer kan ikke åpnes.", async () => await linkage.OrderAsync(await linkage.ListAsync([1, 2, 3]))),
            ("Listen over personer har ingen", async () => await linkage.OrderAsync(await linkage.ListAsync(["fnr", "12345678901"]))),
        ];
        foreach (var (message, order) in fates)
        {
            await linkage.NextBatchAsync();
            await order();
            await test.SettleAsync();

            var state = await linkage.StateAsync();
            Assert.Equal((LinkageStatus.Refused, true), (state.Status, state.DestroyedAt is not null));
            Assert.StartsWith(message, state.Message, StringComparison.Ordinal);
            await NothingLeftAsync(test);
        }

        // A batch that the case has replaced before anybody came to it.
        await linkage.NextBatchAsync();
        var old = linkage.Id;
        var list = await linkage.ListAsync(Listed);
        await linkage.NextBatchAsync();
        await world.Get<LinkageStore>().AddAsync(
            new LinkageOrder(LinkageWorld.Case, "batch-5", LinkageWorld.Case, list, [new(LinkageWorld.Kpr, "kpr", null)], new("linker", "", linkage.LinkerCertificate.ExportCertificatePem()), "x", default), default);
        await world.Get<TellLinkage>().SendAsync(LinkageWorld.Case, old, LinkageStatus.Ordered, default, default);
        await test.SettleAsync();
        var replaced = (await world.Get<LinkageStore>().FindAsync(LinkageWorld.Case, old, default))!;
        Assert.Equal((LinkageStatus.Ended, "Løpenumrene gjelder ikke lenger."), (replaced.Status, replaced.Message));
        await NothingLeftAsync(test);
    }

    [Fact]
    public async Task A_batch_that_ends_while_its_keys_are_made_leaves_nothing_and_an_extract_under_it_is_discarded()
    {
        await using var test = await TestSystem.StartAsync(ExtractWorld.Apps);
        using var world = await ExtractTests.BeginAsync(test, linked: true);
        using var linkage = new LinkageWorld(world);
        await linkage.NextBatchAsync();
        ExtractFateTests.Once(test, call => call.Operation == "PUT" && call.Target.Contains("/keys/", StringComparison.Ordinal), linkage.EndAsync);
        await linkage.OrderAsync(await linkage.ListAsync(Listed));
        await test.SettleAsync();
        Assert.Equal(LinkageStatus.Ended, (await linkage.StateAsync()).Status);
        await NothingLeftAsync(test);

        // The case takes it back in the same moment: nobody says so, and it is seen before the keys are issued.
        await linkage.NextBatchAsync();
        var raced = linkage.Id;
        ExtractFateTests.Once(test, call => call.Operation == "PUT" && call.Target.Contains("/maps/", StringComparison.Ordinal), linkage.NextBatchAsync);
        await linkage.OrderAsync(await linkage.ListAsync(Listed));
        await test.SettleAsync();
        Assert.Equal(LinkageStatus.Ended, (await world.Get<LinkageStore>().FindAsync(LinkageWorld.Case, raced, default))!.Status);
        await NothingLeftAsync(test);

        // An extract that is being made when the batch is destroyed.
        await linkage.OrderAsync(await linkage.ListAsync(Listed));
        await test.SettleAsync();
        Assert.Equal(LinkageStatus.Issued, (await linkage.StateAsync()).Status);
        ExtractFateTests.Once(test, call => call.Operation == "PUT" && call.Target.Contains("/plan.sealed", StringComparison.Ordinal), async () =>
        {
            await linkage.NextBatchAsync();
            await world.Get<Kpr.Functions.Preparation.Linkages.SweepLinkages>().RunAsync(default);
        });
        await world.OrderAsync(ExtractWorld.Of(new ExtractedPopulation()));
        await test.SettleAsync();
        var state = await world.StateAsync();
        Assert.Equal((ExtractStatus.Discarded, "Løpenumrene gjelder ikke lenger."), (state.Status, state.Message));
        await NothingLeftAsync(test);

        // One that is made and waits, or is released, of a batch that the case replaces.
        await linkage.OrderAsync(await linkage.ListAsync(Listed));
        await test.SettleAsync();
        var waiting = new string('b', 32);
        await world.OrderAsync(ExtractWorld.Of(new ExtractedPopulation()), waiting);
        await test.SettleAsync();
        Assert.Equal(ExtractStatus.Prepared, (await world.StateAsync(waiting)).Status);
        await linkage.NextBatchAsync();
        await world.Get<SweepExtracts>().RunAsync(default);
        Assert.Equal((ExtractStatus.Discarded, "Løpenumrene gjelder ikke lenger."), ((await world.StateAsync(waiting)).Status, (await world.StateAsync(waiting)).Message));
    }

    private static async Task NothingLeftAsync(TestSystem test)
    {
        foreach (var container in (string[])[Containers.Linkages, Containers.Cohorts, Containers.Extracting, Containers.Prepared])
        {
            Assert.Empty(await test.ListAsync(container));
        }

        Assert.Empty(await test.ListAsync(Containers.Projects, "batches/"));
        Assert.Empty(await test.ListAsync(Containers.Projects, "populations/"));
    }
}
