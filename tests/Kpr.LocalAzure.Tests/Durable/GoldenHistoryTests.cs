using Kpr.LocalAzure.Durable.Testing;
using Microsoft.DurableTask;

namespace Kpr.LocalAzure.Tests.Durable;

public sealed class GoldenHistoryTests
{
    /// <summary>The files beside this one. To add one: play, and write <see cref="GoldenHistory.ToJson"/>. Never change one.</summary>
    [Theory]
    [InlineData("case-closed.json")]
    [InlineData("case-waiting.json")]
    public void What_was_begun_by_earlier_code_goes_on_under_todays(string file)
    {
        using var stream = typeof(GoldenHistoryTests).Assembly.GetManifestResourceStream("golden/" + file)!;
        using var text = new StreamReader(stream);

        Assert.Null(GoldenHistory.Parse(text.ReadToEnd()).Difference(CaseFlow.RunAsync));
    }

    [Theory]
    [InlineData("renamed", "scheduled an activity task with sequence number 0 named 'Ask', but the current orchestration replay instead scheduled an activity task named 'Invite'")]
    [InlineData("removed", "scheduled an activity task with sequence ID 1 and name 'Ask'")]
    [InlineData("added", "The code begins #2 (TaskScheduled Ask), of which the history knows nothing.")]
    [InlineData("waits", "The history has an end, but the code still waits.")]
    [InlineData("result", "The history ends with Completed 2, but the code with Completed 3.")]
    [InlineData("same", null)]
    public void A_change_is_named(string change, string? difference)
    {
        var play = OrchestrationPlay.Of("Flow", context => RunAsync(context, "same")).Answer("Ask").Start();
        var golden = GoldenHistory.Parse(GoldenHistory.Of(play).ToJson());

        var found = golden.Difference(context => RunAsync(context, change));
        Assert.Equal(difference is null, found is null);
        Assert.Contains(difference ?? "", found ?? "", StringComparison.Ordinal);
    }

    private static async Task<int> RunAsync(TaskOrchestrationContext context, string change)
    {
        await context.CallActivityAsync(change == "renamed" ? "Invite" : "Ask");
        if (change != "removed")
        {
            await context.CallActivityAsync("Ask");
        }

        if (change == "added")
        {
            await context.CallActivityAsync("Ask");
        }

        if (change == "waits")
        {
            await context.WaitForExternalEvent<bool>("never");
        }

        return change == "result" ? 3 : 2;
    }
}
