using System.Diagnostics.Metrics;
using Kpr.Functions.Ingest;

namespace Kpr.Functions.Telemetry;

/// <summary>
/// How many files are not done, by state, as the last sweep saw them. A sweep runs on one instance at a time: what it counted is
/// told for three sweeps at most, so that an instance which no longer sweeps falls silent.
/// </summary>
/// <param name="clock">The time.</param>
public sealed class OpenFiles(TimeProvider clock)
{
    /// <summary>For how long a count is told.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);

    private volatile Count? _last;

    /// <summary>Takes what a sweep has counted.</summary>
    /// <param name="states">The files that are not done, by state.</param>
    /// <param name="oldest">When the oldest of them was claimed; null when there is none.</param>
    public void Take(IReadOnlyDictionary<FileState, int> states, DateTimeOffset? oldest) => _last = new Count(states, oldest, clock.GetUtcNow());

    /// <summary>Counts now, for who will not wait for a sweep.</summary>
    public async Task CountAsync(IngestLedger ledger, CancellationToken cancellationToken)
    {
        var states = new Dictionary<FileState, int>();
        DateTimeOffset? oldest = null;
        await foreach (var (file, since) in ledger.OpenAsync(cancellationToken))
        {
            var state = (await ledger.FindAsync(file.Key, cancellationToken))?.State ?? FileState.Receiving;
            states[state] = states.GetValueOrDefault(state) + 1;
            oldest = oldest is null || since < oldest ? since : oldest;
        }

        Take(states, oldest);
    }

    /// <summary>The last count, state by state, zeros too; nothing when it is too old.</summary>
    internal IEnumerable<Measurement<long>> Counted() => _last is { } last && clock.GetUtcNow() - last.At <= Fresh
        ? Enum.GetValues<FileState>().Where(state => state is not (FileState.Completed or FileState.Refused))
            .Select(state => new Measurement<long>(last.States.GetValueOrDefault(state), new KeyValuePair<string, object?>("kpr.state", state.ToString())))
        : [];

    /// <summary>Age of the oldest file in seconds, 0 when none is open; nothing when the count is too old.</summary>
    internal IEnumerable<Measurement<double>> Oldest()
    {
        var now = clock.GetUtcNow();
        return _last is { } last && now - last.At <= Fresh ? [new Measurement<double>(last.Oldest is { } since ? (now - since).TotalSeconds : 0)] : [];
    }

    private sealed record Count(IReadOnlyDictionary<FileState, int> States, DateTimeOffset? Oldest, DateTimeOffset At);
}
