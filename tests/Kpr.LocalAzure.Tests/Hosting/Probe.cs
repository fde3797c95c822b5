using System.Collections.Concurrent;

namespace Kpr.LocalAzure.Tests.Hosting;

/// <summary>What functions of a test tell of themselves, and how the test holds them up.</summary>
public sealed class Probe
{
    private readonly ConcurrentQueue<string> _seen = new();
    private int _inside;

    public IReadOnlyList<string> Seen => [.. _seen];

    public int MostInside { get; private set; }

    /// <summary>Functions that pass a gate wait for it.</summary>
    public TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Run by functions that ask; may throw.</summary>
    public Func<string, Task> Behaviour { get; set; } = _ => Task.CompletedTask;

    public void Tell(string what) => _seen.Enqueue(what);

    public async Task PassAsync(CancellationToken cancellationToken)
    {
        lock (_seen)
        {
            MostInside = Math.Max(MostInside, ++_inside);
        }

        await Gate.Task.WaitAsync(cancellationToken);
        lock (_seen)
        {
            _inside--;
        }
    }

    public async Task UntilAsync(Func<Probe, bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!holds(this))
        {
            await Task.Delay(5, patience.Token);
        }
    }
}
