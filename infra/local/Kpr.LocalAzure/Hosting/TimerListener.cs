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

    private ScheduleStatus? _status;
    private bool _monitors;
    private bool _pastDue;
    private bool _startup;
    private long _next;

    public IoSwitch? Switch => null;

    public async Task RunAsync(CancellationToken stopping)
    {
        while (true)
        {
            if (!await StepAsync(stopping))
            {
                await WaitAsync(_status!.Next, stopping);
            }
        }
    }

    public async Task<bool> StepAsync(CancellationToken stopping)
    {
        var status = _status ??= Start();
        if (_startup)
        {
            await RunAsync(new TimerInfo { ScheduleStatus = _monitors ? status : null }, stopping);
            _startup = false;
        }
        else if (status.Next <= Now)
        {
            await RunAsync(new TimerInfo { ScheduleStatus = _monitors ? status : null, IsPastDue = _pastDue }, stopping);
            _pastDue = false;
            var now = Now;
            Keep(new ScheduleStatus { Last = status.Next, Next = schedule.Next(now), LastUpdated = now });
        }
        else
        {
            Interlocked.Exchange(ref _next, status.Next.Ticks);
            return false;
        }

        return true;
    }

    // The clock is what a timer goes by; there is nothing to poke.
    public Task PollNowAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask<string?> PendingAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(Interlocked.Read(ref _next) <= Now.Ticks ? $"timer {function.Name} due" : null);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private ScheduleStatus Start()
    {
        _monitors = trigger.UseMonitor && !schedule.IsShort(Now);
        _startup = trigger.RunOnStartup;
        var next = schedule.Next(Now);
        var kept = _monitors ? ledger.ReadTimer(function.Name) : null;
        if (kept is null)
        {
            return Keep(new ScheduleStatus { Next = next });
        }

        // A schedule that was changed in the meantime counts from now; a missed run is made up for all the same.
        _pastDue = kept.Next < Now;
        kept.Next = kept.Next < next ? kept.Next : next;
        return kept;
    }

    private ScheduleStatus Keep(ScheduleStatus status)
    {
        _status = status;
        if (_monitors)
        {
            ledger.WriteTimer(function.Name, status);
        }

        return status;
    }

    private async Task WaitAsync(DateTime until, CancellationToken stopping)
    {
        while (until - Now is var left && left > TimeSpan.Zero)
        {
            await Task.Delay(left > LongestDelay ? LongestDelay : left < Soon ? Soon : left, clock, stopping);
        }
    }

    private async Task RunAsync(TimerInfo told, CancellationToken stopping)
    {
        var id = Guid.NewGuid().ToString();
        var most = function.Retry?.MaxRetryCount ?? 0;
        for (var attempt = 0; ; attempt++)
        {
            var outcome = await runner.RunAsync((services, token) => Invoke(id, attempt, told, services, token));
            if (outcome == Outcome.Died)
            {
                // A dead process writes nothing down: wait here for the host to end the loop.
                await Task.Delay(Timeout.Infinite, stopping);
            }

            if (outcome == Outcome.Succeeded || (most >= 0 && attempt >= most))
            {
                return;
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
