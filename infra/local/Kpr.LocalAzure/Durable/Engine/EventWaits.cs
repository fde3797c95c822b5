namespace Kpr.LocalAzure.Durable;

/// <summary>
/// Events that came and waits for them. An event goes to the newest wait for its name; one that nobody waits for is
/// kept, and those kept are handed out in the order they came.
/// </summary>
internal sealed class EventWaits(EpisodeLoop loop)
{
    private readonly Dictionary<string, List<Wait>> _waits = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<HistoryEvent> _kept = [];

    /// <summary>Events nobody took, in the order they came.</summary>
    public IReadOnlyList<HistoryEvent> Kept => _kept;

    /// <summary>Whether something waits.</summary>
    public bool Any => _waits.Values.Any(list => list.Count > 0);

    public Task<T> WaitAsync<T>(string name, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        if (_kept.Find(raised => string.Equals(raised.Name, name, StringComparison.OrdinalIgnoreCase)) is { } kept)
        {
            _kept.Remove(kept);
            return Task.FromResult(Value<T>(kept.Data));
        }

        var wait = new Wait<T>();
        if (!_waits.TryGetValue(name, out var list))
        {
            _waits[name] = list = [];
        }

        list.Add(wait);
        cancellationToken.Register(() =>
        {
            if (loop.IsInside && list.Remove(wait))
            {
                wait.Source.TrySetCanceled(cancellationToken);
            }
        });
        return wait.Source.Task;
    }

    /// <summary>An event came. A payload of the wrong type throws here, where the orchestrator cannot catch it.</summary>
    public void Raise(HistoryEvent raised)
    {
        if (_waits.TryGetValue(raised.Name!, out var list) && list.Count > 0)
        {
            var newest = list[^1];
            list.RemoveAt(list.Count - 1);
            newest.Take(raised.Data);
        }
        else
        {
            _kept.Add(raised);
        }
    }

    // No payload is no value: a number, a date or the like cannot be made of it.
    private static T Value<T>(string? json) =>
        json is null && default(T) is not null ? throw Nothing() : Payload.Read<T>(json)!;

#pragma warning disable CA2201 // What the genuine worker throws.
    private static NullReferenceException Nothing() => new();
#pragma warning restore CA2201

    private abstract class Wait
    {
        public abstract void Take(string? json);
    }

    private sealed class Wait<T> : Wait
    {
        public TaskCompletionSource<T> Source { get; } = new();

        public override void Take(string? json) => Source.TrySetResult(Value<T>(json));
    }
}
