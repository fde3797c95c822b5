using System.Text.Json;
using Kpr.Core.Formats;
using Kpr.Core.Formats.CareReport;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Identity;
using Kpr.Core.Judging;
using Kpr.Core.Memory;
using Kpr.Core.Persons;
using Kpr.Core.Receipts;
using Kpr.Core.Register;
using Kpr.Core.Reporting;
using Kpr.Core.Rules;
using Kpr.Core.Sealing;

namespace Kpr.Functions.Ingest;

/// <summary>What judging a chunk makes, in memory: a chunk is small.</summary>
internal sealed class ChunkProducts(Feed feed, string sender, Chunk chunk, KeyRing keys, PersonIndex decisions) : IDisposable
{
    private readonly SortedDictionary<string, (SegmentRows Rows, FigureTally Figures)> _rows = new(StringComparer.Ordinal);
    private readonly FactRuns _facts = new();
    private readonly PersonKeyDerivation _persons = new(keys.PersonSecret);
    private readonly PersonMarks _marks = new(keys.PersonSecret);
    private readonly string?[] _values = new string?[feed.Layout.Columns.Count];

    public MemoryStream Findings { get; } = new();

    public long FindingCount { get; private set; }

    public MemoryStream Identities { get; } = new();

    public List<long> Erased { get; } = [];

    public List<long> Reserved { get; } = [];

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

            var services = Decided((PersonRecord)reader.Record);
            if (!verdict.Rejected)
            {
                Accept((PersonRecord)reader.Record, services);
            }
        }

        if (reader.Fatal is not null || reader.Records != chunk.Records)
        {
            throw new InvalidOperationException($"Chunk {chunk.Index} does not read as it was cut: {reader.Records} of {chunk.Records} records.");
        }
    }

    public IReadOnlyList<(PartitionRows Partition, byte[] Block)> FinishRows() =>
        [.. _rows.Select(pair => (new PartitionRows(pair.Key, pair.Value.Rows.Rows, pair.Value.Figures.Figures), pair.Value.Rows.Finish()))];

    public byte[] FinishFacts()
    {
        using var sorted = new MemoryStream();
        _facts.Write(sorted);
        return sorted.ToArray();
    }

    public void Dispose()
    {
        _facts.Dispose();
        _persons.Dispose();
        _marks.Dispose();
        Findings.Dispose();
        Identities.Dispose();
    }

    // The type may be wrong, and the record rejected for it: a number is looked for under every type it can have.
    private ReservedServices Decided(PersonRecord record)
    {
        var services = ReservedServices.None;
        if (decisions.IsEmpty || string.IsNullOrEmpty(record.IdentityNumber))
        {
            return services;
        }

        var erased = false;
        foreach (var mark in _marks.AllOf(record.IdentityNumber))
        {
            erased |= decisions.IsErased(mark);
            services |= decisions.Reserved(mark) & feed.Layout.Reservable;
        }

        var ordinal = record.Ordinal + chunk.OrdinalOffset;
        if (erased)
        {
            Erased.Add(ordinal);
        }
        else if (services != ReservedServices.None)
        {
            Reserved.Add(ordinal);
        }

        return services;
    }

    // Rows of deleted persons are made all the same, and left out when the file is stored: how many there are follows from the file alone.
    private void Accept(PersonRecord record, ReservedServices reserved)
    {
        var ordinal = record.Ordinal + chunk.OrdinalOffset;
        PersonKey? person = !record.WithoutPersonKey && !string.IsNullOrEmpty(record.IdentityNumber)
            && _persons.TryDerive(record.IdentityType, record.IdentityNumber, out var key) ? key : null;
        if (feed.Layout.Partition(record, sender) is { } partition)
        {
            Write(record, partition, ordinal, person, reserved);
        }

        if (!string.IsNullOrEmpty(record.IdentityNumber))
        {
            JsonSerializer.Serialize(
                Identities,
                new IdentityLine(ordinal, person?.ToString(), record.IdentityType.Letters(), record.IdentityNumber)
                {
                    Record = record is ReportedPerson { PersonId: { } id } ? IdentityLine.RecordOf(sender, id) : null,
                },
                IngestJson.Default.IdentityLine);
            Identities.WriteByte((byte)'\n');
        }
    }

    private void Write(PersonRecord record, string partition, long ordinal, PersonKey? person, ReservedServices reserved)
    {
        if (!_rows.TryGetValue(partition, out var products))
        {
            _rows.Add(partition, products = (new SegmentRows(), new FigureTally(feed.Layout)));
        }

        feed.Layout.Write(record, _values);
        // Figures are of what was reported: what is withheld afterwards does not make a municipality report less.
        products.Figures.Add(partition, _values);
        if (reserved != ReservedServices.None)
        {
            feed.Layout.Withhold(reserved, _values);
        }

        products.Rows.Add(ordinal, person, _values);
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
