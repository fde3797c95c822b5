using Kpr.Functions.Applications.Orchestrations;
using Kpr.Functions.Billing;
using Kpr.Functions.Billing.Orchestrations;
using Kpr.LocalAzure.Durable.Testing;
using Microsoft.DurableTask.Client;

namespace Kpr.Functions.Tests.Billing;

public sealed class BillFlowTests
{
    private static readonly BillFlowInput Input = new("sak-1", "fhi");
    private static readonly DateTime Day = new(2024, 1, 4, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void It_waits_for_the_rest_of_the_work_and_ends_a_day_after_all_was_sent()
    {
        var (play, looks) = Played(new BillLook("waiting", Over: false, Day), new BillLook("waiting", Over: false, Day), new BillLook("done", Over: true));
        Assert.Equal("waiting", play.CustomStatusAs<string>());
        play.Raise(CaseFlowNames.Nudge, true);
        Assert.Equal(2, looks());
        play.Raise(CaseFlowNames.Nudge, true);
        Assert.Equal((3, OrchestrationRuntimeStatus.Running), (looks(), play.Status));

        play.Advance(TimeSpan.FromDays(1));
        Assert.Equal((4, OrchestrationRuntimeStatus.Completed, "done"), (looks(), play.Status, play.OutputAs<string>()));
    }

    [Fact]
    public void A_nudge_while_it_is_about_to_end_is_not_lost()
    {
        var (play, looks) = Played(new BillLook("done", Over: true), new BillLook("waiting", Over: false), new BillLook("done", Over: true));
        play.Raise(CaseFlowNames.Nudge, true);
        Assert.Equal((2, OrchestrationRuntimeStatus.Running, "waiting"), (looks(), play.Status, play.CustomStatusAs<string>()));
        play.Advance(TimeSpan.FromDays(2));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, play.Status);
    }

    [Fact]
    public void What_is_held_is_tried_again_every_day_and_an_access_point_that_is_away_for_days_is_waited_for()
    {
        var tries = 0;
        var play = OrchestrationPlay.Of(BillFlowNames.Bill, BillFlow.RunAsync)
            .Answer(nameof(MoveBill), _ => ++tries switch
            {
                1 => new BillLook("held 821", Over: false),
                < 30 => throw new HttpRequestException("no"),
                _ => new BillLook("done", Over: true),
            })
            .Start(Input);
        Assert.Equal("held 821", play.CustomStatusAs<string>());
        play.Advance(TimeSpan.FromDays(10));

        Assert.Equal((30, OrchestrationRuntimeStatus.Completed, "done"), (tries, play.Status, play.OutputAs<string>()));
    }

    /// <summary>The file beside the others of flows: KPR_WRITE_GOLDEN=1 writes it where it is missing. Never change it: give the flow a new version.</summary>
    [Fact]
    public void What_was_begun_by_earlier_code_goes_on_under_todays()
    {
        const string File = "bill-sent.json";
        var path = Path.Combine(House.RepositoryFolder.Path, "tests/Kpr.Functions.Tests/Applications/Orchestrations/golden", File);
        if (Environment.GetEnvironmentVariable("KPR_WRITE_GOLDEN") is "1" && !System.IO.File.Exists(path))
        {
            var (play, _) = Played(new BillLook("waiting", Over: false, Day), new BillLook("waiting", Over: false, Day), new BillLook("done", Over: true));
            System.IO.File.WriteAllText(path, GoldenHistory.Of(play.Raise(CaseFlowNames.Nudge, true).Advance(TimeSpan.FromDays(8))).ToJson());
        }

        using var text = new StreamReader(typeof(BillFlowTests).Assembly.GetManifestResourceStream($"golden/{File}")!);
        Assert.Null(GoldenHistory.Parse(text.ReadToEnd()).Difference(BillFlow.RunAsync));
    }

    private static (OrchestrationPlay Play, Func<int> Looks) Played(params BillLook[] looks)
    {
        var (queue, count, last) = (new Queue<BillLook>(looks), 0, looks[0]);
        var play = OrchestrationPlay.Of(BillFlowNames.Bill, BillFlow.RunAsync)
            .Answer(nameof(MoveBill), _ =>
            {
                count++;
                return last = queue.TryDequeue(out var next) ? next : last;
            })
            .Start(Input, BillFlowNames.OfBill("sak-1", "fhi"));
        return (play, () => count);
    }
}
