using Kpr.Functions.Applications.Orchestrations;
using Kpr.LocalAzure.Durable.Testing;
using Microsoft.DurableTask.Client;

namespace Kpr.Functions.Tests.Applications.Orchestrations;

public sealed class CaseFlowTests
{
    [Fact]
    public void It_looks_at_the_case_when_it_is_nudged_and_when_its_day_has_come()
    {
        var flow = new FlowPlay(FlowPlay.Look("draft", 2), FlowPlay.Look("awaiting-applicant", 15, new DateTime(2024, 1, 1, 12, 0, 0, DateTimeKind.Utc))).Start();
        Assert.Single(flow.Called(nameof(MoveCase)));

        flow.Nudge();
        Assert.Equal("awaiting-applicant", flow.Play.CustomStatusAs<string>());
        Assert.Equal(new DateTime(2024, 1, 1, 12, 0, 0, DateTimeKind.Utc), flow.Play.NextTimer);
        flow.Play.Advance(TimeSpan.FromHours(12));
        Assert.Equal(3, flow.Called(nameof(MoveCase)).Count());
    }

    [Fact]
    public void Without_any_nudge_it_looks_once_a_day()
    {
        var flow = new FlowPlay(FlowPlay.Look("in-review", 20, new DateTime(2024, 3, 1, 0, 0, 0, DateTimeKind.Utc))).Start();
        flow.Play.Advance(TimeSpan.FromDays(10));

        Assert.Equal(11, flow.Called(nameof(MoveCase)).Count());
        Assert.Equal(OrchestrationRuntimeStatus.Running, flow.Play.Status);
    }

    [Fact]
    public void Every_order_has_a_flow_of_its_own_that_is_begun_once_and_told_when_it_changed()
    {
        var flow = new FlowPlay(
            FlowPlay.Look("fulfilment", 30, parts: [FlowPlay.Order("kpr-1", "queued"), FlowPlay.Order("npr-1", "queued")]),
            FlowPlay.Look("fulfilment", 31, parts: [FlowPlay.Order("kpr-1", "accepted"), FlowPlay.Order("npr-1", "queued")]),
            FlowPlay.Look("fulfilment", 32, parts: [FlowPlay.Order("npr-1", "queued")])).Start();
        Assert.Equal(2, flow.Called(CaseFlowNames.Order).Count());
        Assert.Empty(flow.Play.Sent);

        flow.Nudge();
        Assert.Equal(["case-sak-1-order-kpr-1"], flow.Play.Sent.Select(sent => sent.Instance));
        flow.Nudge();
        Assert.Equal(["case-sak-1-order-kpr-1", "case-sak-1-order-kpr-1"], flow.Play.Sent.Select(sent => sent.Instance));
        Assert.Equal(2, flow.Called(CaseFlowNames.Order).Count());
    }

    [Fact]
    public void A_bill_is_begun_once_for_every_basis_however_often_the_case_is_looked_at()
    {
        var flow = new FlowPlay(FlowPlay.Look("decided", 40, bills: ["B1"]), FlowPlay.Look("fulfilment", 50, bills: ["B1", "B2"])).Start();
        for (var i = 0; i < 60; i++)
        {
            flow.Nudge();
        }

        Assert.Equal(["B1", "B2"], flow.Play.Calls.Where(call => call.Name == nameof(BeginBill)).Select(call => call.InputAs<BillStart>()!.Basis));
        Assert.True(flow.Play.History.Count < 300, "A long life must not make a long history.");
    }

    [Fact]
    public void Nudges_that_come_at_once_are_not_lost()
    {
        var flow = new FlowPlay().Start();
        flow.Nudge().Nudge().Nudge();

        Assert.Equal(4, flow.Called(nameof(MoveCase)).Count());
    }

    [Fact]
    public void A_case_that_is_over_is_listened_for_a_day_and_then_left()
    {
        var flow = new FlowPlay(FlowPlay.Look("withdrawn", 12, over: true)).Start();
        flow.Play.Advance(TimeSpan.FromHours(23));
        Assert.Equal(OrchestrationRuntimeStatus.Running, flow.Play.Status);
        flow.Nudge().Play.Advance(TimeSpan.FromHours(23));
        Assert.Equal(OrchestrationRuntimeStatus.Running, flow.Play.Status);
        flow.Play.Advance(TimeSpan.FromHours(1));

        Assert.Equal((OrchestrationRuntimeStatus.Completed, "withdrawn"), (flow.Play.Status, flow.Play.OutputAs<string>()));
    }

    [Fact]
    public void An_outage_of_the_store_is_waited_for()
    {
        var tries = 0;
        var play = OrchestrationPlay.Of(CaseFlowNames.Case, CaseFlow.RunAsync)
            .Answer(nameof(MoveCase), _ => ++tries < 8 ? throw new HttpRequestException("no") : FlowPlay.Look("draft", 1))
            .Start(new CaseFlowInput(FlowPlay.Id));
        play.Advance(TimeSpan.FromHours(2));

        Assert.Equal((8, OrchestrationRuntimeStatus.Running, "draft"), (tries, play.Status, play.CustomStatusAs<string>()));
    }

    [Fact]
    public void The_flow_of_an_order_ends_with_the_order()
    {
        var looks = new Queue<PartLook>([FlowPlay.Order("kpr-1", "queued"), FlowPlay.Order("kpr-1", "released"), FlowPlay.Order("kpr-1", "receipt-confirmed") with { Over = true }]);
        var play = OrchestrationPlay.Of(CaseFlowNames.Order, OrderFlow.RunAsync).Answer(nameof(LookAtOrder), _ => looks.Dequeue()).Start(new PartInput(FlowPlay.Id, "kpr-1"));
        play.Raise(CaseFlowNames.Nudge, true).Advance(TimeSpan.FromDays(1));

        Assert.Equal((OrchestrationRuntimeStatus.Completed, "receipt-confirmed"), (play.Status, play.OutputAs<string>()));
    }

    /// <summary>The files beside this one. To add one: run this with KPR_WRITE_GOLDEN=1 after adding a play. Never change one: give the flow a new version.</summary>
    [Theory]
    [InlineData("case-over.json")]
    [InlineData("case-fulfilment.json")]
    [InlineData("order-released.json")]
    public void What_was_begun_by_earlier_code_goes_on_under_todays(string file)
    {
        if (Environment.GetEnvironmentVariable("KPR_WRITE_GOLDEN") is "1")
        {
            var path = Path.Combine(House.RepositoryFolder.Path, "tests/Kpr.Functions.Tests/Applications/Orchestrations/golden", file);
            if (!File.Exists(path))
            {
                File.WriteAllText(path, GoldenHistory.Of(Played(file)).ToJson());
            }
        }

        using var stream = typeof(CaseFlowTests).Assembly.GetManifestResourceStream("golden/" + file)!;
        using var text = new StreamReader(stream);
        var golden = GoldenHistory.Parse(text.ReadToEnd());
        Assert.Null(file.StartsWith("order", StringComparison.Ordinal) ? golden.Difference(OrderFlow.RunAsync) : golden.Difference(CaseFlow.RunAsync));
    }

    private static OrchestrationPlay Played(string file)
    {
        switch (file)
        {
            case "case-over.json":
                return new FlowPlay(FlowPlay.Look("draft", 2), FlowPlay.Look("withdrawn", 9, over: true)).Start().Nudge().Play.Advance(TimeSpan.FromDays(2));
            case "case-fulfilment.json":
                return new FlowPlay(
                    FlowPlay.Look("decided", 30, bills: ["B1"]),
                    FlowPlay.Look("fulfilment", 34, new DateTime(2024, 1, 5, 0, 0, 0, DateTimeKind.Utc), parts: [FlowPlay.Order("kpr-1", "queued"), FlowPlay.Order("npr-1", "queued")], bills: ["B1"]),
                    FlowPlay.Look("fulfilment", 36, new DateTime(2024, 1, 5, 0, 0, 0, DateTimeKind.Utc), parts: [FlowPlay.Order("npr-1", "accepted")], bills: ["B1", "B2"]))
                    .Start().Nudge().Nudge().Play.Advance(TimeSpan.FromDays(5));
            default:
                var looks = new Queue<PartLook>([FlowPlay.Order("kpr-1", "queued"), FlowPlay.Order("kpr-1", "released"), FlowPlay.Order("kpr-1", "receipt-confirmed") with { Over = true }]);
                return OrchestrationPlay.Of(CaseFlowNames.Order, OrderFlow.RunAsync).Answer(nameof(LookAtOrder), _ => looks.Dequeue())
                    .Start(new PartInput(FlowPlay.Id, "kpr-1")).Raise(CaseFlowNames.Nudge, true).Advance(TimeSpan.FromDays(1));
        }
    }
}
