using Kpr.Core.Memory;
using Kpr.Functions.Ingest;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Register.Memory;

/// <summary>
/// Keeps the memory small in number: merges runs of a size into one of the next, deletes those that ceased to count a week
/// ago, and those that never came to count, since their file was judged again.
/// </summary>
public sealed class MergeMemory(MemoryStore memory, IngestLedger ledger, TimeProvider clock, ILogger<MergeMemory> log)
{
    private const string Stem = "merged";

    /// <summary>Looks at every scope.</summary>
    /// <returns>Number of merges.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var merges = 0;
        foreach (var (scope, old) in await memory.ScopesAsync(clock.GetUtcNow() - ScopeManifest.Grace, cancellationToken))
        {
            while (await MergeNextAsync(scope, cancellationToken))
            {
                merges++;
            }

            await CleanAsync(scope, old, cancellationToken);
        }

        return merges;
    }

    private async Task<bool> MergeNextAsync(string scope, CancellationToken cancellationToken)
    {
        var (manifest, _) = await memory.ReadAsync(scope, cancellationToken);
        var old = await ChooseAsync(manifest, cancellationToken);
        if (old.Count == 0)
        {
            return false;
        }

        var history = await Task.WhenAll(old.Where(entry => entry.Run is not null).Select(entry => memory.OpenAsync(scope, entry, cancellationToken)));
        var merged = await memory.WriteAsync(
            scope, Stem, file: null, writer => RunMerge.WriteAsync(history, writer, cancellationToken: cancellationToken), cancellationToken);
        if (!await ReplaceAsync(scope, old, merged, cancellationToken))
        {
            return false;
        }

        Log.RunsMerged(log, scope, history.Length, merged.Facts);
        return true;
    }

    // The ledger is asked for the neighbours that could be merged if they were done, and for no others.
    private async Task<IReadOnlyList<RunEntry>> ChooseAsync(ScopeManifest manifest, CancellationToken cancellationToken)
    {
        var known = new Dictionary<string, bool>(StringComparer.Ordinal);
        while (true)
        {
            var chosen = manifest.NextMerge(file => known.GetValueOrDefault(file, true));
            var unknown = chosen.Select(entry => entry.File).OfType<string>().Where(file => !known.ContainsKey(file)).ToList();
            if (unknown.Count == 0)
            {
                return chosen;
            }

            foreach (var file in unknown)
            {
                known[file] = await ledger.FindAsync(file, cancellationToken) is null or { State: FileState.Completed };
            }
        }
    }

    // Files may take their places meanwhile; then only the history is written again.
    private async Task<bool> ReplaceAsync(string scope, IReadOnlyList<RunEntry> old, RunEntry merged, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (manifest, version) = await memory.ReadAsync(scope, cancellationToken);
            if (manifest.Replacing(old, merged, clock.GetUtcNow().UtcDateTime) is not { } next)
            {
                return false;
            }

            if (await memory.TryWriteAsync(next, version, cancellationToken))
            {
                return true;
            }
        }
    }

    private async Task CleanAsync(string scope, IReadOnlyList<string> old, CancellationToken cancellationToken)
    {
        var (manifest, version) = await memory.ReadAsync(scope, cancellationToken);
        var purged = manifest.Purged(clock.GetUtcNow().UtcDateTime, out var gone);
        if (gone.Count > 0 && !await memory.TryWriteAsync(purged, version, cancellationToken))
        {
            return;
        }

        // A run is written shortly before it comes to count: one that old and unnamed never will.
        await memory.DeleteAsync(scope, gone.Union(old.Except(purged.Runs, StringComparer.Ordinal)), cancellationToken);
    }
}
