using System.Buffers;
using System.Text;
using System.Text.Json;
using Kpr.Core.Formats;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Judging;
using Kpr.Core.Persons;
using Kpr.Core.Register;
using Kpr.Core.Rules;
using Kpr.Core.Sealing;
using Kpr.Functions.Ingest;
using Kpr.Functions.Register;

namespace Kpr.Functions.Rehearsals;

/// <summary>The records of a file that change, as the rules of today make them: rows, identity, facts, and the original bytes of those that go out.</summary>
internal sealed class ChangedRecords : IDisposable
{
    private readonly Dictionary<long, RecordChange> _changes;
    private readonly MemoryStream _facts = new();

    private ChangedRecords(IEnumerable<RecordChange> changes)
    {
        _changes = changes.ToDictionary(change => change.Ordinal);
        Taken = [.. _changes.Values.Where(change => change is { Ordinal: > 0, WasRejected: true, IsRejected: false }).Select(change => change.Ordinal)];
        Dropped = [.. _changes.Values.Where(change => change is { Ordinal: > 0, WasRejected: false, IsRejected: true }).Select(change => change.Ordinal)];
        Kept = [.. _changes.Values.Where(change => change is { Ordinal: > 0, WasRejected: false, IsRejected: false }).Select(change => change.Ordinal)];
    }

    /// <summary>Rejected then, taken now.</summary>
    public HashSet<long> Taken { get; }

    /// <summary>Taken then, rejected now.</summary>
    public HashSet<long> Dropped { get; }

    /// <summary>Taken then and now; what is told of them, and maybe stored, is another.</summary>
    public HashSet<long> Kept { get; }

    /// <summary>Rows of records that are taken or kept, by partition.</summary>
    public Dictionary<string, List<SegmentRow>> Rows { get; } = new(StringComparer.Ordinal);

    /// <summary>Identity of the taken ones.</summary>
    public List<IdentityLine> Identities { get; } = [];

    /// <summary>The dropped ones as they came.</summary>
    public List<QuarantineLine> Originals { get; } = [];

    /// <summary>The own ids of those that go out.</summary>
    public HashSet<Guid> DroppedIds { get; } = [];

    /// <summary>What is told now of each record that changes; 0 is the file.</summary>
    public IReadOnlyDictionary<long, IReadOnlyList<Finding>> Findings => _changes.ToDictionary(pair => pair.Key, pair => pair.Value.Findings);

    /// <summary>Whether nothing changes after all.</summary>
    public bool IsEmpty => _changes.Count == 0;

    /// <summary>Facts of the taken ones, in order.</summary>
    public IEnumerable<Fact> Facts()
    {
        using var runs = new FactRuns();
        _facts.Position = 0;
        runs.AddRun(new MemoryStream(_facts.ToArray()));
        foreach (var fact in runs.Merge().Where(fact => Taken.Contains(fact.Ordinal)))
        {
            yield return fact;
        }
    }

    /// <summary>Makes them: the file is cut and judged as the intake does it, and what has not changed is let go.</summary>
    public static ChangedRecords Make(
        AnsweredFile file, ArchivedFile content, IReadOnlyList<RecordChange> changes, KeyRing keys, PersonIndex decisions, SourceLimits limits)
    {
        var records = new ChangedRecords(changes);
        using var source = SourceContent.Open(content.Content, limits, content.Parts);
        using var reader = file.Feed.TryOpen(source, limits, out _)!;
        var cutter = new ChunkCutter(reader);
        var bytes = new ArrayBufferWriter<byte>();
        using var facts = new FactRuns();
        while (cutter.Next(bytes) is { } chunk)
        {
            if (changes.Any(change => change.Ordinal >= chunk.FirstOrdinal && change.Ordinal < chunk.FirstOrdinal + chunk.Records))
            {
                using var products = new ChunkProducts(file.Feed, file.Sender, chunk, keys, decisions);
                var part = BinaryData.FromBytes(bytes.WrittenMemory.ToArray());
                products.Judge(part, file.Today, limits);
                records.Take(products);
                records.TakeOriginals(file.Feed, part, chunk, products, limits);
                facts.AddRun(new MemoryStream(products.FinishFacts()));
            }

            bytes.ResetWrittenCount();
        }

        facts.Write(records._facts);
        return records;
    }

    /// <summary>Leaves records that would have been taken as they are: rejected, with what was told of them.</summary>
    public void Exclude(IReadOnlySet<long> ordinals)
    {
        Taken.ExceptWith(ordinals);
        Identities.RemoveAll(line => ordinals.Contains(line.Ordinal));
        foreach (var rows in Rows.Values)
        {
            rows.RemoveAll(row => ordinals.Contains(row.Ordinal));
        }

        foreach (var ordinal in ordinals)
        {
            _changes.Remove(ordinal);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _facts.Dispose();

    private void Take(ChunkProducts products)
    {
        // Nothing of a deleted person comes in; what was told of the record stands.
        Exclude(products.Erased.Where(Taken.Contains).ToHashSet());
        foreach (var (partition, block) in products.FinishRows())
        {
            var rows = SegmentRows.Read(block).Where(row => Taken.Contains(row.Ordinal) || Kept.Contains(row.Ordinal)).ToList();
            if (rows.Count > 0)
            {
                (Rows.TryGetValue(partition.Partition, out var known) ? known : Rows[partition.Partition] = []).AddRange(rows);
            }
        }

        foreach (var line in Encoding.UTF8.GetString(products.Identities.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var identity = JsonSerializer.Deserialize(line, IngestJson.Default.IdentityLine)!;
            if (Taken.Contains(identity.Ordinal))
            {
                Identities.Add(identity);
            }
        }
    }

    private void TakeOriginals(Feed feed, BinaryData part, Chunk chunk, ChunkProducts products, SourceLimits limits)
    {
        using var source = SourceContent.Open(part.ToStream(), limits);
        using var reader = feed.OpenChunk(source, limits);
        var original = new ArrayBufferWriter<byte>();
        var withheld = products.Erased.Concat(products.Reserved).ToHashSet();
        while (reader.Read())
        {
            var ordinal = reader.Record.Ordinal + chunk.OrdinalOffset;
            if (!Dropped.Contains(ordinal))
            {
                continue;
            }

            if (Guid.TryParse(reader.Record.RecordId, out var id))
            {
                DroppedIds.Add(id);
            }

            if (!withheld.Contains(ordinal))
            {
                original.ResetWrittenCount();
                reader.WriteRecord(original);
                Originals.Add(new QuarantineLine(ordinal, reader.Record.Line + chunk.LineOffset, reader.Record.RecordId, original.WrittenSpan.ToArray()));
            }
        }
    }
}
