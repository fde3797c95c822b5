using Kpr.LocalAzure.Faults;
using Kpr.LocalAzure.Hosting;
using Microsoft.Data.Sqlite;

namespace Kpr.LocalAzure.Durable;

/// <summary>Claims what is ready, runs it, and sleeps until something changes or a timer is due.</summary>
internal sealed class DurableListener(DurableStore store, DurableRunner runner, LocalFunctionsHost host, TimeProvider clock) : ITriggerListener
{
    // How often, by the machine's clock, it is looked whether another process has written, and whether one has died.
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan Census = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestSleep = TimeSpan.FromDays(1);

    // Work that broke off is taken up again, activities with all they do: not at once, the disk may be full.
    private static readonly TimeSpan AfterBreak = TimeSpan.FromSeconds(1);

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

            // Taken before the look: what changes, or becomes due, after it ends the sleep.
            var changed = store.Changed;
            store.HasChangedElsewhere();
            var looked = clock.GetUtcNow().UtcDateTime;
            if (!Claim())
            {
                await SleepAsync(looked, changed, stopping);
            }
        }
    }

    public async Task<bool> StepAsync(CancellationToken stopping)
    {
        TakeCensus();
        using var work = host.Runner.Begin();
        if (store.ClaimInstances(1) is [var instance])
        {
            await runner.RunEpisodeAsync(instance);
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
                Start(ref _episodes, () => runner.RunEpisodeAsync(work), () => store.Release(work), () => Interlocked.Decrement(ref _episodes));
            }
        }

        if (_mostActivities - Volatile.Read(ref _activities) is var slots and > 0)
        {
            foreach (var work in store.ClaimActivities(slots))
            {
                found = true;
                Start(ref _activities, () => runner.RunActivityAsync(work), () => store.Release(work), () => Interlocked.Decrement(ref _activities));
            }
        }

        return found;
    }

    private void Start(ref int count, Func<Task> run, Action release, Action ended)
    {
        Interlocked.Increment(ref count);
        var work = host.Runner.Begin();
        var given = host.Runner.Cancelled;
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
#pragma warning disable CA1031 // The one place that decides: what broke off (a busy file, a full disk) is taken up again.
                catch (Exception broken)
#pragma warning restore CA1031
                {
                    runner.Broken(broken);
                    await ReleaseAsync(release, given);
                }
                finally
                {
                    ended();
                    work.Dispose();
                }
            },
            CancellationToken.None);
    }

    private async Task ReleaseAsync(Action release, CancellationToken given)
    {
        // When the host gives up, what it claimed is free with its lease.
        while (!given.IsCancellationRequested)
        {
            await Task.Delay(AfterBreak, given).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                release();
                return;
            }
            catch (SqliteException broken)
            {
                // What broke the work may still last: as long as this host lives, nobody else can take it up.
                runner.Broken(broken);
            }
        }
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

    private async Task SleepAsync(DateTime looked, Task changed, CancellationToken stopping)
    {
        using var awake = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var due = store.NextDue(looked) is { } next ? DueAsync(next, awake.Token) : Task.Delay(Timeout.Infinite, awake.Token);
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
        var delay = Task.Delay(left > LongestSleep ? LongestSleep : left > TimeSpan.Zero ? left : TimeSpan.Zero, clock, awake);

        // The clock may have leapt before the delay was set.
        return clock.GetUtcNow().UtcDateTime >= due ? Task.CompletedTask : delay;
    }
}
