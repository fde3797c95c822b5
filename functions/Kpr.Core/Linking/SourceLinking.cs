using System.Buffers;
using System.Collections;
using System.Text;
using Kpr.Core.Extracts.Orders;
using Kpr.Core.Extracts.Package;
using Kpr.Core.Extracts.Sorting;

namespace Kpr.Core.Linking;

/// <summary>Links the tables of one source.</summary>
internal sealed class SourceLinking(SourceDelivery delivery, LinkedNames names, Func<Stream> scratch, CancellationToken cancellationToken)
{
    private readonly ArrayBufferWriter<byte> _record = new();
    private long _rows;
    private long _unmatched;

    public List<LinkageFault> Faults { get; } = [];

    public List<LinkedTable> Tables { get; } = [];

    /// <summary>Persons of the source's map.</summary>
    public long Population { get; private set; }

    /// <summary>Which of them have a row in a table that was written, in the order of the map.</summary>
    public BitArray Matched { get; private set; } = new(0);

    public SourceFigures Figures => new(Source, true, Count(Matched), _rows, _unmatched, delivery.Manifest.Tables.Count - Tables.Count);

    private string Source => delivery.Manifest.Source;

    public void Run(Func<string, Stream> openTarget)
    {
        Population = CountKeys();
        Matched = new BitArray(checked((int)Population));
        foreach (var table in delivery.Manifest.Tables.OrderBy(table => table.Table.Name, StringComparer.Ordinal))
        {
            Link(table, openTarget);
        }
    }

    private static long Count(BitArray bits)
    {
        var words = new int[(bits.Length + 31) / 32];
        bits.CopyTo(words, 0);
        return words.Sum(word => (long)int.PopCount(word));
    }

    private void Link(SourceTable table, Func<string, Stream> openTarget)
    {
        var linked = names.Of(Source, table);
        if (!PackageNames.IsName(linked.Name))
        {
            Hold("L09", table, "To kilder bruker samme tabellnavn, og det blir for langt med kilden foran.");
            return;
        }

        using var bySerialScratch = scratch();
        var bySerial = new RecordSorter(bySerialScratch);
        var (isWhole, unknown) = Read(table, bySerial);
        if (!isWhole)
        {
            return;
        }

        using var byPersonScratch = scratch();
        var byPerson = new RecordSorter(byPersonScratch);
        var marks = new BitArray(Matched.Length);
        unknown += Join(bySerial, byPerson, marks);
        _unmatched += unknown;
        if (unknown > 0)
        {
            Hold("L14", table, $"{unknown} rader har løpenummer som ikke er utstedt til kilden.", unknown);
            return;
        }

        Matched.Or(marks);
        using var target = openTarget(linked.Name);
        Tables.Add(Write(linked, byPerson, target));
    }

    // All rows by serial number, and how many have none; not whole when something speaks against the file.
    private (bool IsWhole, long Unknown) Read(SourceTable table, RecordSorter bySerial)
    {
        using var content = delivery.OpenTable(table.File.Name);
        using var reader = new SourceTableReader(table, content);
        var hasHeader = reader.ReadHeader();
        var (unknown, elsewhere) = (0L, 0L);
        Span<byte> bytes = stackalloc byte[SerialNumber.ByteLength];
        while (hasHeader && reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            elsewhere += reader.HasSerialElsewhere() ? 1 : 0;
            if (!SerialNumber.TryParse(reader.Serial, out var serial))
            {
                unknown++;
                continue;
            }

            serial.WriteBytes(bytes);
            _record.ResetWrittenCount();
            _record.Write(bytes);
            reader.WriteRest(_record);
            bySerial.Add(_record.WrittenSpan);
        }

        var before = Faults.Count;
        var isManifests = reader.IsTheManifests();
        _rows += reader.Rows;
        if (!isManifests)
        {
            Hold("L10", table, "Filen er ikke den som manifestet navngir: lengde, kontrollsum eller antall rader er et annet.");
        }

        if (reader.Leaks > 0)
        {
            Hold("L11", table, $"Filen inneholder {reader.Leaks} fødselsnumre eller registernøkler.", reader.Leaks);
        }

        if (reader.Fault is { } fault)
        {
            Hold("L12", table, $"Filen kan ikke leses. {fault}");
        }
        else if (!hasHeader)
        {
            Hold("L13", table, "Overskriften er ikke kolonnene i manifestet.");
        }

        if (elsewhere > 0)
        {
            Hold("L15", table, $"{elsewhere} rader har løpenummer i en annen kolonne enn den som er oppgitt.", elsewhere);
        }

        return (Faults.Count == before, unknown);
    }

    // Both in order of serial numbers. Answers how many rows have one that was not issued.
    private long Join(RecordSorter bySerial, RecordSorter byPerson, BitArray marks)
    {
        using var keys = new LinkerKeyReader(delivery.OpenKeys());
        var (more, unknown) = (keys.Next(), 0L);
        foreach (var row in bySerial.Sorted())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var serial = new SerialNumber(row.Span);
            while (more && keys.Serial < serial)
            {
                more = keys.Next();
            }

            if (!more || keys.Serial != serial)
            {
                unknown++;
                continue;
            }

            marks[keys.Index] = true;
            _record.ResetWrittenCount();
            _record.Write(keys.Key);
            _record.Write(row.Span[SerialNumber.ByteLength..]);
            byPerson.Add(_record.WrittenSpan);
        }

        return unknown;
    }

    private LinkedTable Write(ExtractTable linked, RecordSorter byPerson, Stream target)
    {
        using var buffered = new BufferedStream(target, 1 << 16);
        buffered.Write(Encoding.ASCII.GetBytes(string.Join(',', linked.Columns.Select(column => column.Name)) + "\n"));
        var (persons, last) = (0L, Array.Empty<byte>());
        foreach (var row in byPerson.Sorted())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var comma = row.Span.IndexOf((byte)',');
            var key = comma < 0 ? row.Span : row.Span[..comma];
            if (!key.SequenceEqual(last))
            {
                last = key.ToArray();
                persons++;
            }

            buffered.Write(row.Span);
            buffered.WriteByte((byte)'\n');
        }

        return new LinkedTable(Source, linked, byPerson.Count, persons);
    }

    private long CountKeys()
    {
        using var keys = new LinkerKeyReader(delivery.OpenKeys());
        while (keys.Next())
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        return keys.Index + 1L;
    }

    private void Hold(string number, SourceTable table, string message, long count = 0) => Faults.Add(new LinkageFault(number, Source, table.Table.Name, message, count));
}
