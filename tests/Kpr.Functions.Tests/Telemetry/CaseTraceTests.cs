using System.Diagnostics;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Drafting;
using Kpr.Core.Tests.Cases;
using Kpr.Functions.Applications;
using Kpr.Functions.Applications.Orchestrations;
using Kpr.Functions.Azure;
using Kpr.Functions.Telemetry;
using Kpr.Functions.Tests.Applications;

namespace Kpr.Functions.Tests.Telemetry;

/// <summary>What follows from a command over HTTP belongs to its trace, to the bill; and the whole of the cases is counted.</summary>
[Collection(Alone.Name)]
public sealed class CaseTraceTests
{
    private const string Id = "sak-trace";

    [Fact]
    public async Task From_http_through_the_flow_to_the_bill_is_one_trace()
    {
        using var spans = new SpanLog();
        await using var http = await CaseHttp.StartAsync();
        await PutAsync(http);

        var caller = new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded);
        var version = (await http.Test.Get<CaseStore>().LoadAsync(Id, CancellationToken.None)).State.Version;
        var reply = await http.SendAsync(
            HttpMethod.Post, $"/cases/{Id}/withdraw", Actors.Applicant, null,
            ("Idempotency-Key", "one"), ("If-Match", $"\"{version}\""), ("traceparent", $"00-{caller.TraceId}-{caller.SpanId}-01"));
        Assert.Equal(200, reply.Status);
        await http.Test.SettleAsync();

        var given = Assert.Single(spans.Named(Spans.GiveCommand), span => "withdraw".Equals(span.GetTagItem(Tracing.Command)));
        Assert.Equal((caller.TraceId, Id), (given.TraceId, (string)given.GetTagItem(Tracing.Case)!));
        Assert.Contains(spans.Named($"{Queues.NudgeCase} process"), span => span.TraceId == given.TraceId);

        // The flow was begun by the nudge: what its activities do, the handing over to billing among it, is of the same trace.
        var bills = (await http.Test.Get<CaseStore>().LoadAsync(Id, CancellationToken.None)).State.Billing;
        Assert.NotEmpty(bills);
        Assert.Equal(bills.Count, spans.Named(Spans.BeginBill).Count);
        Assert.All(spans.Named(Spans.BeginBill), span => Assert.Equal((given.TraceId, Id), (span.TraceId, (string)span.GetTagItem(Tracing.Case)!)));
    }

    [Fact]
    public async Task What_is_left_to_the_sweep_keeps_the_context_of_its_command()
    {
        using var spans = new SpanLog();
        var delivery = new RecordedDelivery(OutboxKind.Nudge) { Fails = () => new global::Azure.RequestFailedException(503, "Away.") };
        using var parts = await CaseParts.StartAsync(delivery);
        using (var source = new ActivitySource(Tracing.Name))
        using (var request = source.StartActivity("a request"))
        {
            await parts.DoAsync(Actors.Applicant, Id, "start", new Start(ApplicationKind.Statistics));
            Assert.Equal(request!.TraceId, ActivityContext.Parse((await parts.Store.OutboxAsync(Id, CancellationToken.None)).Single(entry => entry.Kind == OutboxKind.Nudge).Trace!, null).TraceId);
        }
    }

    [Fact]
    public async Task Without_a_listener_no_context_is_written()
    {
        using var parts = await CaseParts.StartAsync(new RecordedDelivery(OutboxKind.Nudge) { Fails = () => new global::Azure.RequestFailedException(503, "Away.") });
        await parts.DoAsync(Actors.Applicant, Id, "start", new Start(ApplicationKind.Statistics));

        Assert.Null(Assert.Single(await parts.Store.OutboxAsync(Id, CancellationToken.None), entry => entry.Kind == OutboxKind.Nudge).Trace);
    }

    [Fact]
    public async Task The_nightly_walk_tells_how_many_cases_stand_where()
    {
        await using var http = await CaseHttp.StartAsync();
        await PutAsync(http);
        await http.StartCaseAsync(Actors.Applicant, new Start(ApplicationKind.Statistics));
        using var metrics = new MetricLog(http.Test.System.Services);
        metrics.Observe();
        Assert.Empty(metrics.Sums("kpr.cases"));

        await http.Test.Get<ReconcileCases>().RunAsync(CancellationToken.None);
        metrics.Observe();

        Assert.Equal((1, 1), (metrics.Sums("kpr.cases")[nameof(Phase.Draft)], metrics.Sums("kpr.cases")[nameof(Phase.Fulfilment)]));
        Assert.NotEmpty(metrics.Sums("kpr.cases.margin"));
    }

    private static async Task PutAsync(CaseHttp http)
    {
        var play = new TestCase().Ordered("kpr", "npr");
        var state = play.State with { Id = Id };
        Assert.True(await http.Test.Get<CaseStore>().AppendAsync(new Commit(StoredCase.None(Id), state, play.Events, null, []), CancellationToken.None));
    }
}
