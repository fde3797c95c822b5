using Kpr.Core.Memory;
using Kpr.Core.Rules;
using Kpr.Functions.Ingest;
using Kpr.Functions.Register.Memory;

namespace Kpr.Functions.Rehearsals;

/// <summary>The register's memory of records that come in or go out when a file is judged again.</summary>
public sealed class ChangeMemory(MemoryStore memory, ForgetRecords forget)
{
    /// <summary>Leaves out records whose id the register has by another file: the sender has sent them anew, and that stands.</summary>
    internal async Task ExcludeKnownAsync(AnsweredFile file, ChangedRecords records, CancellationToken cancellationToken)
    {
        if (file.Feed.MemoryScope(file.Sender) is not { } scope || records.Taken.Count == 0)
        {
            return;
        }

        var own = records.Facts().Where(fact => fact.Kind == FactKind.RecordId).ToLookup(fact => FactKey.Of(fact), fact => fact.Ordinal);
        var keys = own.Select(same => same.Key).Order().ToArray();
        var known = new HashSet<long>();
        var (manifest, _) = await memory.ReadAsync(scope, cancellationToken);
        foreach (var entry in manifest.Entries.Where(entry => entry.Run is not null && entry.File != Place(file)))
        {
            var run = await memory.OpenAsync(scope, entry, cancellationToken);
            known.UnionWith((await run.FindAsync(keys, cancellationToken)).SelectMany(fact => own[FactKey.Of(fact)]));
        }

        records.Exclude(known);
    }

    /// <summary>Forgets what goes out, and remembers what comes in.</summary>
    internal async Task ChangeAsync(AnsweredFile file, ChangedRecords records, CancellationToken cancellationToken)
    {
        if (file.Feed.MemoryScope(file.Sender) is not { } scope)
        {
            return;
        }

        if (records.DroppedIds.Count > 0)
        {
            await forget.RunAsync(scope, records.DroppedIds, file.Feed.RemembersRecordIds, cancellationToken);
        }

        var remembered = new RememberedFacts(file.Feed, records.Taken.Contains, static _ => false);
        while (records.Taken.Count > 0)
        {
            var (manifest, version) = await memory.ReadAsync(scope, cancellationToken);
            if (manifest.Has(Place(file)))
            {
                return;
            }

            var entry = await memory.WriteAsync(scope, file.Delivery, Place(file), writer => WriteAsync(remembered.Of(records.Facts()), writer), cancellationToken);
            if (await memory.TryWriteAsync(manifest.With(entry), version, cancellationToken))
            {
                return;
            }
        }
    }

    // A place of its own in the history: behind all that came meanwhile.
    private static string Place(AnsweredFile file) => IncomingFile.Hash(file.Address, "judged-again");

    private static Task WriteAsync(IEnumerable<Fact> facts, RunWriter writer)
    {
        foreach (var fact in facts)
        {
            writer.Add(fact);
        }

        return Task.CompletedTask;
    }
}
