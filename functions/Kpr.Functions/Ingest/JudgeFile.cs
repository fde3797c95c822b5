using Kpr.Core.Formats;
using Kpr.Core.Judging;
using Kpr.Core.Memory;
using Kpr.Core.Receipts;
using Kpr.Core.Rules;
using Kpr.Functions.Register.Memory;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Ingest;

/// <summary>
/// Judges a file as a whole, against all that its scope remembers, and gives it its place in the scope's history. What
/// stands before that place is what it was judged against, also when it is judged again after a crash: the outcome is the same.
/// </summary>
public sealed class JudgeFile(WorkArea work, MemoryStore memory, ILogger<JudgeFile> log)
{
    private const int Tries = 50;

    /// <summary>Judges a file. Nothing of it may be stored before this is done.</summary>
    /// <param name="row">The file.</param>
    /// <param name="address">Where it came from.</param>
    /// <param name="reading">What reading it told.</param>
    /// <param name="context">What is known of it.</param>
    /// <param name="surroundings">What others say of it.</param>
    /// <param name="onTrial">Whether it is judged by itself only, without the register's memory and a place in it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The judged file; the caller disposes of it.</returns>
    public async Task<JudgedFile> RunAsync(
        FileRow row, IncomingFile.Address address, FileReading reading, FileContext context, Surroundings surroundings, bool onTrial,
        CancellationToken cancellationToken)
    {
        // A file without records remembers nothing and asks nothing.
        var scope = reading.Chunks.Count > 0 && !onTrial ? address.Feed.MemoryScope(address.Sender) : null;
        using var facts = new Recollection(memory, scope);
        await facts.TakeAsync(work, row.PartitionKey, reading, cancellationToken);
        facts.Take(surroundings.Remembered);
        for (var (attempt, seen) = (1, 0); ; attempt++)
        {
            var (manifest, version) = scope is null ? (null, null) : await memory.ReadAsync(scope, cancellationToken);
            if (manifest is not null)
            {
                if (attempt > 1)
                {
                    Log.JudgedAgain(log, row.PartitionKey, manifest.Entries.Count - seen, manifest.Scope);
                }

                seen = manifest.Entries.Count;
                await facts.AskAsync(manifest.Before(row.PartitionKey), cancellationToken);
            }

            var judged = new JudgedFile(address.Feed, reading, row.PartitionKey);
            var settled = false;
            try
            {
                await judged.JudgeAsync(work, facts.All, surroundings, context, cancellationToken);

                // A file that is held has no place yet: it is judged again when it is released.
                settled = manifest is null || manifest.Has(row.PartitionKey) || judged.Outcome.Status == ReceiptStatus.Held
                    || await TakePlaceAsync(manifest, version, row, address.Feed, facts, judged, cancellationToken);
                if (settled)
                {
                    return judged;
                }
            }
            finally
            {
                if (!settled)
                {
                    judged.Dispose();
                }
            }

            if (attempt == Tries)
            {
                throw new InvalidOperationException($"The history of {scope} was changed by others {Tries} times in a row.");
            }
        }
    }

    private async Task<bool> TakePlaceAsync(
        ScopeManifest manifest, global::Azure.ETag? version, FileRow row, Feed feed, Recollection facts, JudgedFile judged, CancellationToken cancellationToken)
    {
        var remembered = new RememberedFacts(feed, judged.IsStored, judged.HasPlace);
        var entry = await memory.WriteAsync(manifest.Scope, row.Delivery, row.PartitionKey, writer => WriteAsync(remembered.Of(facts.Own), writer), cancellationToken);
        return await memory.TryWriteAsync(manifest.With(entry), version, cancellationToken);
    }

    private static Task WriteAsync(IEnumerable<Fact> facts, RunWriter writer)
    {
        foreach (var fact in facts)
        {
            writer.Add(fact);
        }

        return Task.CompletedTask;
    }
}
