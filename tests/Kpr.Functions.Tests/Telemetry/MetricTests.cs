using Azure.Messaging.ServiceBus;
using Kpr.Core.Tests.CareEvents;
using Kpr.Functions.Azure;
using Kpr.Functions.Ingest;
using Kpr.Functions.Ingest.Triggers;
using Kpr.Functions.Telemetry;

namespace Kpr.Functions.Tests.Telemetry;

/// <summary>The figures that an operator asks for are those of the receipts.</summary>
public sealed class MetricTests
{
    private const string Address = "care-events/0301/hendelser.xml";

    [Fact]
    public async Task Files_records_and_findings_are_counted_as_the_receipts_say()
    {
        await using var test = await TestSystem.StartAsync();
        using var metrics = new MetricLog(test.System.Services);
        var broken = new CareEventDocument().Add().Add(text => text.Replace("=\"N\"", "=\"T\"", StringComparison.Ordinal));
        await test.UploadAsync(Address, broken.ToString());
        await test.SettleAsync();
        await test.UploadAsync("care-events/0301/igjen.xml", broken.ToString());
        await test.UploadAsync("care-events/0301/tekst.xml", "hei");
        await test.UploadAsync("nowhere/0301/hendelser.xml", "hei");
        await test.SettleAsync();

        var receipt = await test.ReceiptAsync(Address);
        var files = metrics.Sums("kpr.files");
        Assert.Equal((1d, 1d, 1d), (files["care-events,repeated"], files["care-events,rejected"], files["unknown,refused"]));
        Assert.Equal(4d, files.Values.Sum());
        Assert.Equal(receipt.Counts.Accepted, metrics.Sums("kpr.records").GetValueOrDefault("care-events,accepted"));
        Assert.Equal(receipt.Counts.Rejected, metrics.Sums("kpr.records").GetValueOrDefault("care-events,rejected"));
        Assert.All(receipt.Rules, rule => Assert.Equal(rule.Value, metrics.Sums("kpr.findings")[$"care-events,{rule.Key}"]));
        Assert.True(metrics.Sums("kpr.read")["care-events"] > 0);
        Assert.Contains(metrics.All, value => value is { Name: "kpr.queue.wait", Tags: Queues.ValidateMunicipal });
        Assert.Contains(metrics.All, value => value is { Name: "kpr.chunk.duration", Tags: "care-events" });
        Assert.Contains(metrics.All, value => value is { Name: "kpr.file.duration", Tags: "care-events" });
    }

    [Fact]
    public async Task Open_files_are_counted_by_state_with_their_age_and_fall_silent()
    {
        await using var test = await TestSystem.StartAsync(TestSystem.Only(type => type != typeof(ValidateMunicipal)));
        using var metrics = new MetricLog(test.System.Services);
        await test.UploadAsync(Address, new CareEventDocument().Add().ToString());
        await test.SettleAsync();
        metrics.Observe();
        Assert.DoesNotContain(metrics.All, value => value.Name.StartsWith("kpr.files.open", StringComparison.Ordinal));

        test.Clock.Advance(TimeSpan.FromMinutes(10));
        await test.Get<SweepStuck>().RunAsync(default);
        metrics.Observe();
        Assert.Equal(1, metrics.Sums("kpr.files.open")["Validating"]);
        Assert.Equal(0, metrics.Sums("kpr.files.open")["Failed"]);
        Assert.InRange(metrics.Sums("kpr.files.open.oldest")[""], 600, 700);

        test.Clock.Advance(OpenFiles.Fresh + TimeSpan.FromSeconds(1));
        using var later = new MetricLog(test.System.Services);
        later.Observe();
        Assert.DoesNotContain(later.All, value => value.Name.StartsWith("kpr.files.open", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_a_queue_gives_up_is_counted_with_its_dead_letter()
    {
        await using var test = await TestSystem.StartAsync(TestSystem.Only(type => type != typeof(ValidateMunicipal)));
        var file = await test.UploadAsync(Address, new CareEventDocument().Add().ToString());
        await test.SettleAsync();
        await test.System.Storage.Landing.GetBlobContainerClient(Containers.Work).GetBlobClient(WorkArea.Content(file.Key, 0)).DeleteAsync();
        await test.RestartAsync(TestSystem.Only(type => type == typeof(ValidateMunicipal)));
        await test.SettleAsync();
        await test.RestartAsync(TestSystem.Only(type => type == typeof(Status)));
        using var metrics = new MetricLog(test.System.Services);
        await test.Get<DeadLetters>().NoteAsync(Queues.ValidateMunicipal, await DeadLetterAsync(test), file.Key, default);

        Assert.Equal(1, metrics.Sums("kpr.dead_letters")[Queues.ValidateMunicipal]);
        Assert.Equal(1, metrics.Sums("kpr.files")["care-events,failed"]);
    }

    private static async Task<ServiceBusReceivedMessage> DeadLetterAsync(TestSystem test)
    {
        await using var client = new ServiceBusClient(test.BusConnection);
        await using var receiver = client.CreateReceiver(Queues.ValidateMunicipal + Queues.DeadLetter);
        return (await receiver.PeekMessageAsync())!;
    }
}
