using Kpr.LocalAzure.Faults;
using Kpr.LocalAzure.Hosting;

namespace Kpr.LocalAzure.Durable;

/// <summary>Claims what is ready, runs it, and sleeps until something changes or a timer is due.</summary>
internal sealed class DurableListener(DurableStore store, DurableRunner runner, LocalFunctionsHost host, TimeProvider clock) : ITriggerListener
{
    // How often, by the machine's clock, it is looked whether another process has written, and whether one has died.
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan Census = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestSleep = TimeSpan.FromDays(1);

    private readonly int _mostEpisodes = Math.Max(4, 2 * Environment.ProcessorCount);
    private readonly int _mostActivities = host.Options.MaxConcurrentActivities;
    private int _episodes;
    private int _activities;
    private long _census = long.MinValue;

    public IoSwitch? Switch => store.Io;

    public async Task RunAsync(CancellationToken stopping)
    {
        while (true)
        {
            stopping.ThrowIfCancellationRequested();
            var changed = store.Changed;
            if (!Claim())
            {
                await SleepAsync(changed, stopping);
            }
        }
    }

    public async Task<bool> StepAsync(CancellationToken stopping)
    {
        TakeCensus();
        using var work = host.Runner.Begin();
        if (store.ClaimInstances(1) is [var instance])
        {
            runner.RunEpisode(instance);
        }
        else if (store.ClaimActivities(1) is [var activity])
        {
            await runner.RunActivityAsync(activity);
        }
        else
        {
            return false;
        }

        return true;
    }

    // The loop looks all the time; there is nothing to poke.
    public Task PollNowAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask<string?> PendingAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(store.HasWork() ? "orchestrations or activities ready" : null);

    private bool Claim()
    {
        TakeCensus();
        var found = false;
        if (_mostEpisodes - Volatile.Read(ref _episodes) is var free and > 0)
        {
            foreach (var work in store.ClaimInstances(free))
            {
                found = true;
                Start(ref _episodes, () => runner.RunEpisode(work), () => Interlocked.Decrement(ref _episodes));
            }
        }

        if (_mostActivities - Volatile.Read(ref _activities) is var slots and > 0)
        {
            foreach (var work in store.ClaimActivities(slots))
            {
                found = true;
                Start(ref _activities, () => runner.RunActivityAsync(work), () => Interlocked.Decrement(ref _activities));
            }
        }

        return found;
    }

    private void Start(ref int count, Action run, Action ended) => Start(ref count, () => { run(); return Task.CompletedTask; }, ended);

    private void Start(ref int count, Func<Task> run, Action ended)
    {
        Interlocked.Increment(ref count);
        var work = host.Runner.Begin();
        _ = Task.Run(
            async () =>
            {
                try
                {
                    await run();
                }
                catch (IoStopException)
                {
                    // The switch's own stop ends the host.
                }
                finally
                {
                    ended();
                    work.Dispose();
                }
            },
            CancellationToken.None);
    }

    private void TakeCensus()
    {
        var now = Environment.TickCount64;
        if (now >= _census)
        {
            _census = now + (long)Census.TotalMilliseconds;
            store.FreeOrphans();
        }
    }

    private async Task SleepAsync(Task changed, CancellationToken stopping)
    {
        using var awake = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var due = store.NextDue() is { } next ? DueAsync(next, awake.Token) : Task.Delay(Timeout.Infinite, awake.Token);
        store.HasChangedElsewhere();
        Task glance;
        do
        {
            glance = Task.Delay(Glance, stopping);
        }
        while (await Task.WhenAny(changed, due, glance) == glance && !stopping.IsCancellationRequested && !store.HasChangedElsewhere() && Environment.TickCount64 < _census);

        await awake.CancelAsync();
    }

    private Task DueAsync(DateTime due, CancellationToken awake)
    {
        var left = due - clock.GetUtcNow().UtcDateTime;
        return Task.Delay(left > LongestSleep ? LongestSleep : left > TimeSpan.Zero ? left : TimeSpan.Zero, clock, awake);
    }
}
