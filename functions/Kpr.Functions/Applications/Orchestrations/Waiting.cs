using Microsoft.DurableTask;

namespace Kpr.Functions.Applications.Orchestrations;

/// <summary>How flows wait.</summary>
internal static class Waiting
{
    // However nudges are lost, a case is looked at once a day.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    // A storage backend may fire a moment early, and what is not yet due is looked at again at once.
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>Activities are tried again for a long time: they are outages, and the flow has nothing better to do.</summary>
    public static TaskOptions Patient { get; } = TaskOptions.FromRetryPolicy(
        new RetryPolicy(12, TimeSpan.FromSeconds(5), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromHours(1)));

    /// <summary>Waits for a nudge, the next due time, or a day; whichever comes first.</summary>
    /// <returns>Whether it was nudged.</returns>
    public static async Task<bool> ForNudgeAsync(TaskOrchestrationContext context, DateTime? due)
    {
        var now = context.CurrentUtcDateTime;
        var until = due is { } day && day < now + Longest ? day : now + Longest;
        using var timerEnd = new CancellationTokenSource();
        using var nudgeEnd = new CancellationTokenSource();
        var nudge = context.WaitForExternalEvent<bool>(CaseFlowNames.Nudge, nudgeEnd.Token);
        var timer = context.CreateTimer(until > now + Shortest ? until : now + Shortest, timerEnd.Token);
        var nudged = await Task.WhenAny(nudge, timer) == nudge;
#pragma warning disable CA1849 // Cancelling asynchronously would leave the orchestration's one thread.
        (nudged ? timerEnd : nudgeEnd).Cancel();
#pragma warning restore CA1849
        return nudged;
    }
}
