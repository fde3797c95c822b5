using Kpr.Core.Rules;

namespace Kpr.Core.Memory;

/// <summary>What a run knows of the keys that a file has.</summary>
public static class Recall
{
    // At most so many blocks are read for one batch, and mostly far fewer.
    private const int KeysAtOnce = 4_096;

    /// <summary>Looks up the keys of a file's facts in a run.</summary>
    /// <param name="own">The facts of the file, in order.</param>
    /// <param name="run">The run.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>What the run knows, in order; the caller disposes of it.</returns>
    /// <exception cref="RunDamagedException">The run is damaged.</exception>
    public static async Task<FactSpool> FromAsync(IEnumerable<Fact> own, FactRun run, CancellationToken cancellationToken = default)
    {
        var known = new FactSpool();
        try
        {
            foreach (var keys in Keys(own).Chunk(KeysAtOnce))
            {
                foreach (var fact in await run.FindAsync(keys, cancellationToken))
                {
                    known.Add(fact);
                }
            }

            return known;
        }
        catch
        {
            known.Dispose();
            throw;
        }
    }

    private static IEnumerable<FactKey> Keys(IEnumerable<Fact> own)
    {
        FactKey? last = null;
        foreach (var fact in own)
        {
            var key = FactKey.Of(fact);
            if (key != last)
            {
                last = key;
                yield return key;
            }
        }
    }
}
