using Kpr.Core.Memory;
using Kpr.Core.Rules;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Register.Memory;

/// <summary>
/// Takes the facts of records that are deleted from the register out of its memory: runs that hold any are written anew,
/// and the old ones deleted at once. The record may then be sent again.
/// </summary>
public sealed class ForgetRecords(MemoryStore memory, TimeProvider clock, ILogger<ForgetRecords> log)
{
    private const string Stem = "rewritten";

    /// <summary>Forgets records.</summary>
    /// <param name="scope">The scope of their feed and sender.</param>
    /// <param name="records">The records' own GUIDs.</param>
    /// <param name="byId">Whether their facts are found by these; else all facts are looked through.</param>
    /// <param name="cancellationToken">Ends the work; doing it again goes on where it ended.</param>
    /// <returns>Number of facts forgotten.</returns>
    public async Task<long> RunAsync(string scope, IReadOnlySet<Guid> records, bool byId, CancellationToken cancellationToken)
    {
        var ids = records.Select(GuidKey.From).ToHashSet();
        var (forgotten, runs) = (0L, 0);
        var clean = new HashSet<string>(StringComparer.Ordinal);
        while (await NextAsync(scope, ids, byId, clean, cancellationToken) is { } entry)
        {
            var run = await memory.OpenAsync(scope, entry, cancellationToken);
            var left = await memory.WriteAsync(
                scope, Stem, entry.File, writer => RunMerge.WriteAsync([run], writer, fact => !ids.Contains(fact.RecordId), cancellationToken), cancellationToken);
            if (await ReplaceAsync(scope, entry, left, cancellationToken))
            {
                forgotten += entry.Facts - left.Facts;
                runs++;
            }
        }

        Log.FactsForgotten(log, scope, forgotten, runs);
        return forgotten;
    }

    // The history is read anew for every run: it may be merged meanwhile.
    private async Task<RunEntry?> NextAsync(string scope, HashSet<UInt128> ids, bool byId, HashSet<string> clean, CancellationToken cancellationToken)
    {
        var keys = ids.Order().Select(id => new FactKey(FactKind.RecordId, id)).ToArray();
        var (manifest, _) = await memory.ReadAsync(scope, cancellationToken);
        foreach (var entry in manifest.Entries.Where(entry => entry.Run is not null && !clean.Contains(entry.Run)))
        {
            var run = await memory.OpenAsync(scope, entry, cancellationToken);
            if (byId ? (await run.FindAsync(keys, cancellationToken)).Any(fact => ids.Contains(fact.RecordId))
                : await run.ReadAsync(cancellationToken).AnyAsync(fact => ids.Contains(fact.RecordId), cancellationToken))
            {
                return entry;
            }

            clean.Add(entry.Run!);
        }

        return null;
    }

    private async Task<bool> ReplaceAsync(string scope, RunEntry old, RunEntry left, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (manifest, version) = await memory.ReadAsync(scope, cancellationToken);
            if (manifest.Replacing([old], left, clock.GetUtcNow().UtcDateTime) is not { } next)
            {
                return false;
            }

            // Retired runs are forgotten too: what is deleted for a person's sake waits for no reader.
            var gone = next.Retired.Select(retired => retired.Run).ToList();
            if (await memory.TryWriteAsync(next with { Retired = [] }, version, cancellationToken))
            {
                await memory.DeleteAsync(scope, gone, cancellationToken);
                return true;
            }
        }
    }
}
