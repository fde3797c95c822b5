using System.Text.Json;
using Kpr.Core.Formats;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Identity;
using Kpr.Core.Judging;
using Kpr.Core.Memory;
using Kpr.Core.Receipts;
using Kpr.Core.Register;
using Kpr.Core.Rules;
using Kpr.Core.Sealing;

namespace Kpr.Functions.Ingest;

/// <summary>What judging a chunk makes, in memory: a chunk is small.</summary>
internal sealed class ChunkProducts(Feed feed, string sender, Chunk chunk, KeyRing keys) : IDisposable
{
    private readonly SortedDictionary<string, SegmentRows> _rows = new(StringComparer.Ordinal);
    private readonly FactRuns _facts = new();
    private readonly PersonKeyDerivation _persons = new(keys.PersonSecret);
    private readonly string?[] _values = new string?[feed.Layout.Columns.Count];

    public MemoryStream Findings { get; } = new();

    public long FindingCount { get; private set; }

    public MemoryStream Identities { get; } = new();

    public void Judge(BinaryData content, FileContext context, SourceLimits limits)
    {
        using var source = SourceContent.Open(content.ToStream(), limits);
        using var reader = feed.OpenChunk(source, limits);
        var judge = feed.JudgeRecords(context, new BlindFacts(new PlacedFacts(_facts, chunk), keys.PersonSecret));
        while (reader.Read())
        {
            var verdict = judge.Judge(reader.Record);
            foreach (var finding in verdict.Findings)
            {
                ReceiptJson.WriteLine(Findings, Placed(finding));
                FindingCount++;
            }

            if (!verdict.Rejected)
            {
                Accept((PersonRecord)reader.Record);
            }
        }

        if (reader.Fatal is not null || reader.Records != chunk.Records)
        {
            throw new InvalidOperationException($"Chunk {chunk.Index} does not read as it was cut: {reader.Records} of {chunk.Records} records.");
        }
    }

    public IReadOnlyList<(PartitionRows Partition, byte[] Member)> FinishRows() =>
        [.. _rows.Select(pair => (new PartitionRows(pair.Key, pair.Value.Rows), pair.Value.Finish()))];

    public byte[] FinishFacts()
    {
        using var sorted = new MemoryStream();
        _facts.Write(sorted);
        return sorted.ToArray();
    }

    public void Dispose()
    {
        foreach (var rows in _rows.Values)
        {
            rows.Dispose();
        }

        _facts.Dispose();
        _persons.Dispose();
        Findings.Dispose();
        Identities.Dispose();
    }

    private void Accept(PersonRecord record)
    {
        var ordinal = record.Ordinal + chunk.OrdinalOffset;
        PersonKey? person = !record.WithoutPersonKey && !string.IsNullOrEmpty(record.IdentityNumber)
            && _persons.TryDerive(record.IdentityType, record.IdentityNumber, out var key) ? key : null;
        if (feed.Layout.Partition(record, sender) is { } partition)
        {
            if (!_rows.TryGetValue(partition, out var rows))
            {
                _rows.Add(partition, rows = new SegmentRows());
            }

            feed.Layout.Write(record, _values);
            rows.Add(ordinal, person, _values);
        }

        if (!string.IsNullOrEmpty(record.IdentityNumber))
        {
            JsonSerializer.Serialize(
                Identities,
                new IdentityLine(ordinal, person?.ToString(), record.IdentityType.Letters(), record.IdentityNumber),
                IngestJson.Default.IdentityLine);
            Identities.WriteByte((byte)'\n');
        }
    }

    private Finding Placed(Finding finding) => finding with
    {
        Ordinal = finding.Ordinal + chunk.OrdinalOffset,
        Line = finding.Line + chunk.LineOffset,
    };

    // Facts as the whole file would give them.
    private sealed class PlacedFacts(IFactSink inner, Chunk chunk) : IFactSink
    {
        public void Add(in Fact fact) => inner.Add(fact.Moved(chunk.OrdinalOffset, chunk.LineOffset));
    }
}
