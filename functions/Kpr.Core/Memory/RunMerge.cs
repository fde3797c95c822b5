using Kpr.Core.Rules;

namespace Kpr.Core.Memory;

/// <summary>Puts runs together into one that answers as they do: facts that the order does not tell apart stay in the order of history.</summary>
public static class RunMerge
{
    /// <summary>Writes the facts of runs as one run.</summary>
    /// <param name="history">The runs, oldest first.</param>
    /// <param name="writer">Takes the facts; the caller finishes it.</param>
    /// <param name="keep">Which facts are written; null for all.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="RunDamagedException">A run is damaged.</exception>
    public static async Task WriteAsync(
        IReadOnlyList<FactRun> history, RunWriter writer, Func<Fact, bool>? keep = null, CancellationToken cancellationToken = default)
    {
        var open = new List<IAsyncEnumerator<Fact>>(history.Count);
        try
        {
            foreach (var run in history)
            {
                open.Add(run.ReadAsync(cancellationToken).GetAsyncEnumerator(cancellationToken));
            }

            var left = new List<IAsyncEnumerator<Fact>>(open.Count);
            foreach (var facts in open)
            {
                if (await facts.MoveNextAsync())
                {
                    left.Add(facts);
                }
            }

            while (left.Count > 0)
            {
                var next = First(left);
                if (keep is null || keep(left[next].Current))
                {
                    writer.Add(left[next].Current);
                }

                if (!await left[next].MoveNextAsync())
                {
                    left.RemoveAt(next);
                }
            }
        }
        finally
        {
            foreach (var facts in open)
            {
                await facts.DisposeAsync();
            }
        }
    }

    // Of equal facts that of the oldest run. Few runs are merged at a time, so looking at each is as fast as a heap.
    private static int First(List<IAsyncEnumerator<Fact>> left)
    {
        var first = 0;
        for (var i = 1; i < left.Count; i++)
        {
            if (Fact.Compare(left[i].Current, left[first].Current) < 0)
            {
                first = i;
            }
        }

        return first;
    }
}
