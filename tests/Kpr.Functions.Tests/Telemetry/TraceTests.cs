using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs.Models;
using Kpr.Core.Tests.CareEvents;
using Kpr.Functions.Azure;
using Kpr.Functions.Ingest;
using Kpr.Functions.Ingest.Triggers;
using Kpr.Functions.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace Kpr.Functions.Tests.Telemetry;

/// <summary>A file is one trace, whatever happens to it on the way.</summary>
[Collection(Alone.Name)]
public sealed class TraceTests
{
    private const string Address = "care-events/0301/hendelser.xml";

    [Fact]
    public async Task From_blob_to_receipt_is_one_trace()
    {
        using var spans = new SpanLog();
        await using var test = await TestSystem.StartAsync(TestSystem.With(("Kpr:Ingest:ChunkRecords", "2")));
        var file = await test.UploadAsync(Address, new CareEventDocument().Add().Add().Add().Add().Add().ToString());
        await test.SettleAsync();

        var receive = Assert.Single(spans.Named(Spans.ReceiveFile));
        var judge = spans.Named(Spans.JudgeChunk);
        var complete = Assert.Single(spans.Named(Spans.CompleteFile));
        Assert.Equal(["0", "1", "2"], judge.Select(span => span.GetTagItem(Tracing.Chunk)!.ToString()).Order());
        Assert.All([.. judge, complete], span => Assert.Equal((receive.TraceId, file.Key), (span.TraceId, (string)span.GetTagItem(Tracing.File)!)));
        Assert.Equal("Accepted", complete.GetTagItem(Tracing.Status));

        // Each chunk's message carries the receiver's context: its span is a descendant of it.
        Assert.All(judge, span => Assert.Contains(receive.SpanId, Ancestors(span, spans.All)));

        var receipt = Assert.Single(await test.ListAsync(Containers.Receipts, Address), name => name.EndsWith(".json", StringComparison.Ordinal));
        var metadata = (await test.System.Storage.Landing.GetBlobContainerClient(Containers.Receipts).GetBlobClient(receipt).GetPropertiesAsync()).Value.Metadata;
        Assert.Equal(receive.TraceId, ActivityContext.Parse(metadata[Tracing.BlobMetadata], null).TraceId);
        Assert.Equal(receive.TraceId.ToHexString(), (await test.Get<FileStatus>().FindAsync(file.Key, default))!.Trace);
    }

    [Fact]
    public async Task A_senders_own_trace_is_linked_to_and_not_joined()
    {
        using var spans = new SpanLog();
        await using var test = await TestSystem.StartAsync();
        var sender = new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded);
        await test.System.Storage.Landing.GetBlobContainerClient(Containers.Incoming).GetBlobClient(Address).UploadAsync(
            BinaryData.FromString(new CareEventDocument().Add().ToString()),
            new BlobUploadOptions { Metadata = new Dictionary<string, string> { ["traceparent"] = $"00-{sender.TraceId}-{sender.SpanId}-01" } });
        await test.SettleAsync();

        var receive = Assert.Single(spans.Named(Spans.ReceiveFile));
        Assert.Contains(receive.Links, link => link.Context.TraceId == sender.TraceId && link.Context.SpanId == sender.SpanId);
        Assert.NotEqual(sender.TraceId, receive.TraceId);
    }

    [Fact]
    public async Task A_file_that_was_given_up_and_replayed_keeps_its_trace()
    {
        using var spans = new SpanLog();
        await using var test = await TestSystem.StartAsync(TestSystem.Only(type => type != typeof(ValidateMunicipal)));
        var file = await test.UploadAsync(Address, new CareEventDocument().Add().ToString());
        await test.SettleAsync();
        var chunk = test.System.Storage.Landing.GetBlobContainerClient(Containers.Work).GetBlobClient(WorkArea.Content(file.Key, 0));
        var content = (await chunk.DownloadContentAsync()).Value.Content;
        await chunk.DeleteAsync();
        await test.RestartAsync();
        await test.SettleAsync();
        await chunk.UploadAsync(content);

        var caller = new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded);
        using var http = new HttpClient { BaseAddress = test.System.Host.Address };
        using var replay = new HttpRequestMessage(HttpMethod.Post, new Uri($"api/files/{file.Key}/replay", UriKind.Relative));
        replay.Headers.Add("traceparent", $"00-{caller.TraceId}-{caller.SpanId}-01");
        using var answer = await http.SendAsync(replay);
        await test.SettleAsync();

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var receive = Assert.Single(spans.Named(Spans.ReceiveFile));
        var driven = Assert.Single(spans.Named(Spans.DriveOn));
        Assert.All([.. spans.Named(Spans.DeadLetter), driven, .. spans.Named(Spans.JudgeChunk), .. spans.Named(Spans.CompleteFile)], span => Assert.Equal(receive.TraceId, span.TraceId));
        Assert.Contains(driven.Links, link => link.Context.TraceId == caller.TraceId);
        Assert.Contains(spans.Named("validate-municipal process"), span => span.Status == ActivityStatusCode.Error);
        Assert.Equal(FileState.Completed, (await test.RowAsync(file)).State);
    }

    [Fact]
    public async Task Without_a_listener_nothing_is_written_for_a_trace()
    {
        await using var test = await TestSystem.StartAsync();
        var file = await test.UploadAsync(Address, new CareEventDocument().Add().ToString());
        await test.SettleAsync();

        Assert.Equal("", (await test.RowAsync(file)).Trace);
        Assert.Null((await test.Get<FileStatus>().FindAsync(file.Key, default))!.Trace);
        using var http = new HttpClient { BaseAddress = test.System.Host.Address };
        Assert.Null((JsonNode?)JsonNode.Parse(await http.GetStringAsync(new Uri($"api/files/{file.Key}", UriKind.Relative)))!["trace"]);
    }

    [Fact]
    public void What_nobody_hears_allocates_nothing()
    {
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var metrics = new IngestMetrics(services.GetRequiredService<IMeterFactory>(), new OpenFiles(TimeProvider.System));
        Chunk(metrics);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
        {
            Chunk(metrics);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        static void Chunk(IngestMetrics metrics)
        {
            using var span = Tracing.Start(Spans.JudgeChunk)?.SetTag(Tracing.Chunk, 1);
            metrics.Judged("care-events", TimeSpan.FromSeconds(1));
            metrics.TakenUp(Queues.ValidateMunicipal, TimeSpan.FromSeconds(1));
        }
    }

    private static IEnumerable<ActivitySpanId> Ancestors(Activity span, IReadOnlyCollection<Activity> all)
    {
        for (var at = span; at is not null; at = all.FirstOrDefault(other => other.SpanId == at.ParentSpanId))
        {
            yield return at.ParentSpanId;
        }
    }
}
