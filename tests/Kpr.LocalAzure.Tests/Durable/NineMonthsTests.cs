using Kpr.LocalAzure.Durable;
using Kpr.LocalAzure.Durable.Testing;
using Microsoft.DurableTask.Client;

namespace Kpr.LocalAzure.Tests.Durable;

public sealed class NineMonthsTests
{
    private static OrchestrationPlay Play() => OrchestrationPlay.Of("Case", CaseFlow.RunAsync)
        .Answer("Notify", call => call.InputAs<string>())
        .Answer("Close", call => $"closed {call.InputAs<Guid>().ToString("N").Length}");

    [Fact]
    public async Task In_the_host_both_parties_answer_late_after_reminders_and_the_case_closes()
    {
        await using var app = await DurableApp.StartAsync<CaseFlow>();
        await app.RunAsync("Case", null, "id");
        await Months(4);
        await app.RaiseAsync("id", "Completed", true);
        var between = await app.GetAsync("id");
        await Months(4);
        await app.RaiseAsync("id", "Delivered", true);
        var ended = await app.GetAsync("id");

        Assert.Equal("waiting for the register", between.ReadCustomStatusAs<string>());
        Assert.Equal("closed 32", ended.ReadOutputAs<string>());
        Assert.Equal(
            ["\"received\"", "\"reminder Completed\"", "\"ordered\"", "\"reminder Delivered\""],
            app.History("id").Where(happened => happened is { Kind: EventKind.TaskScheduled, Name: "Notify" }).Select(happened => happened.Data!).Distinct());

        async Task Months(int count)
        {
            for (var i = 0; i < count; i++)
            {
                await app.AdvanceAsync(TimeSpan.FromDays(30) + TimeSpan.FromMinutes(1));
            }
        }
    }

    [Fact]
    public async Task In_the_host_nobody_answers_and_after_nine_months_the_case_lapses()
    {
        await using var app = await DurableApp.StartAsync<CaseFlow>();
        await app.RunAsync("Case", null, "id");
        for (var month = 0; month < 10; month++)
        {
            await app.AdvanceAsync(TimeSpan.FromDays(28));
        }

        Assert.Equal("\"lapsed\"", (await app.GetAsync("id")).SerializedOutput);
    }

    [Fact]
    public void In_a_play_each_reminder_comes_on_its_day()
    {
        var play = Play().Start();
        var began = play.Now;
        play.Advance(TimeSpan.FromDays(130)).Raise("Completed", true);
        Assert.Equal("waiting for the register", play.CustomStatusAs<string>());
        play.Advance(TimeSpan.FromDays(90)).Raise("Delivered", true);

        Assert.Equal((OrchestrationRuntimeStatus.Completed, "closed 32"), (play.Status, play.OutputAs<string>()));
        Assert.Equal(
            [("received", 0), ("reminder Completed", 60), ("reminder Completed", 120), ("ordered", 130), ("reminder Delivered", 190), ("Close", 220)],
            play.Calls.Select(call => (call.Name == "Close" ? "Close" : call.InputAs<string>()!, (int)(call.At - began).TotalDays)));
        Assert.Null(play.NextTimer);
    }

    [Fact]
    public void In_a_play_the_deadline_is_to_the_day()
    {
        var play = Play().Start();
        play.Advance(play.Now.AddMonths(9).AddTicks(-1) - play.Now);
        Assert.Equal(OrchestrationRuntimeStatus.Running, play.Status);
        play.Advance(TimeSpan.FromTicks(1));

        Assert.Equal("lapsed", play.OutputAs<string>());
    }
}
