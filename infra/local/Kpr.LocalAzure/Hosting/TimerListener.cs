using System.Globalization;
using Kpr.LocalAzure.Faults;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.LocalAzure.Hosting;

/// <summary>Runs one function by its schedule. Occurrences missed while the clock leapt or the host was down give one run.</summary>
internal sealed class TimerListener(
    FunctionDescriptor function, TimerTriggerAttribute trigger, TimerSchedule schedule, HostLedger ledger, FunctionRunner runner, TimeProvider clock)
    : ITriggerListener
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(1);

    private long _next;

    public IoSwitch? Switch => null;

    public async Task RunAsync(CancellationToken stopping)
    {
        var monitors = trigger.UseMonitor && !schedule.IsShort(Now);
        var status = Start(monitors, out var pastDue);
        if (trigger.RunOnStartup && await RunAsync(Told(status, monitors), stopping) == Outcome.Died)
        {
            return;
        }

        while (true)
        {
            Interlocked.Exchange(ref _next, status.Next.Ticks);
            await WaitAsync(status.Next, stopping);
            if (await RunAsync(Told(status, monitors, pastDue), stopping) == Outcome.Died)
            {
                return;
            }

            pastDue = false;
            var now = Now;
            status = new ScheduleStatus { Last = status.Next > now ? now : status.Next, Next = schedule.Next(now), LastUpdated = now };
            if (monitors)
            {
                ledger.WriteTimer(function.Name, status);
            }
        }
    }

    // The clock is what a timer goes by; there is nothing to poke.
    public Task PollNowAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask<string?> PendingAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(Interlocked.Read(ref _next) <= Now.Ticks ? $"timer {function.Name} due" : null);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private ScheduleStatus Start(bool monitors, out bool pastDue)
    {
        pastDue = false;
        var next = schedule.Next(Now);
        if (!monitors)
        {
            return new ScheduleStatus { Next = next };
        }

        if (ledger.ReadTimer(function.Name) is not { } kept)
        {
            var first = new ScheduleStatus { Next = next };
            ledger.WriteTimer(function.Name, first);
            return first;
        }

        pastDue = kept.Next < Now;

        // A schedule that was changed in the meantime counts from now; a missed run is made up for all the same.
        kept.Next = pastDue || kept.Next < next ? kept.Next : next;
        return kept;
    }

    private static TimerInfo Told(ScheduleStatus status, bool monitors, bool pastDue = false) =>
        new() { ScheduleStatus = monitors ? status : null, IsPastDue = pastDue };

    private async Task WaitAsync(DateTime until, CancellationToken stopping)
    {
        while (until - Now is var left && left > TimeSpan.Zero)
        {
            await Task.Delay(left > LongestDelay ? LongestDelay : left < Soon ? Soon : left, clock, stopping);
        }
    }

    private async Task<Outcome> RunAsync(TimerInfo told, CancellationToken stopping)
    {
        var id = Guid.NewGuid().ToString();
        var most = function.Retry?.MaxRetryCount ?? 0;
        for (var attempt = 0; ; attempt++)
        {
            var outcome = await runner.RunAsync((services, token) => Invoke(id, attempt, told, services, token));
            if (outcome != Outcome.Failed || (most >= 0 && attempt >= most))
            {
                return outcome;
            }

            await Task.Delay(Pause(attempt), clock, stopping);
        }
    }

    private Invocation Invoke(string id, int attempt, TimerInfo told, IServiceProvider services, CancellationToken cancellationToken)
    {
        var data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase) { ["TimerTrigger"] = Now.ToString("O", CultureInfo.InvariantCulture) };
        return new Invocation(function, services, data, cancellationToken)
        {
            Id = id,
            CurrentRetry = function.Retry is { } policy ? new Invocation.Retry(attempt, policy.MaxRetryCount) : null,
            BindTrigger = parameter => ValueTask.FromResult<object?>(parameter.ParameterType == typeof(TimerInfo) ? told
                : throw new InvalidOperationException($"Function '{function.Name}' takes a {parameter.ParameterType}; a timer function takes a TimerInfo.")),
        };
    }

    private TimeSpan Pause(int attempt) => function.Retry switch
    {
        FixedDelayRetryAttribute policy => Span(policy.DelayInterval),
        ExponentialBackoffRetryAttribute policy => TimeSpan.FromTicks(
            (long)Math.Min(Span(policy.MaximumInterval).Ticks, Span(policy.MinimumInterval).Ticks * Math.Pow(2, attempt))),
        _ => TimeSpan.Zero,
    };

    private static TimeSpan Span(string text) => TimeSpan.Parse(text, CultureInfo.InvariantCulture);
}
