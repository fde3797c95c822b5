using System.Buffers;
using CsvHelper;
using Kpr.Core.Extracts.Scan;
using Kpr.Core.Formats.Sources;

namespace Kpr.Core.Linking;

/// <summary>
/// Reads a table of a source row by row: CSV in UTF-8, no line break within a value. Every byte goes through the sum and through the scan for identity numbers.
/// </summary>
internal sealed class SourceTableReader : IDisposable
{
    private const int LongestRow = 1 << 20;

    private readonly SourceTable _table;
    private readonly LeakScan _scan = new(LeakScanOptions.Default);
    private readonly HashingStream _hashed;
    private readonly CsvReader _csv;
    private readonly int _key;
    private long? _malformed;

    public SourceTableReader(SourceTable table, Stream content)
    {
        _table = table;
        _key = table.Table.Columns.Select(column => column.Name).ToList().IndexOf(table.KeyColumn);
        _hashed = new HashingStream(content);
        _csv = CsvReader.Create(
            new StrictTextStream(new ScannedStream(_hashed, _scan)),
            new CsvReaderOptions
            {
                Separator = table.Delimiter,
                HasHeader = false,
                AllowLineBreaksInQuotes = false,
                MaxRecordSize = LongestRow,
                OnMalformedRecord = record => _malformed ??= record.RecordNumber,
            },
            leaveOpen: true);
    }

    /// <summary>Rows so far, the header not counted.</summary>
    public long Rows { get; private set; }

    /// <summary>Why no further row can be read, in Norwegian; null while nothing is wrong.</summary>
    public string? Fault { get; private set; }

    /// <summary>Identity numbers and keys of the register that were found, when all is read.</summary>
    public long Leaks { get; private set; }

    /// <summary>What the row says that the person is called.</summary>
    public ReadOnlySpan<byte> Serial => _csv.GetSpan(_key);

    /// <summary>Reads the header; false when it is not the manifest's.</summary>
    public bool ReadHeader()
    {
        if (!TryRead())
        {
            return false;
        }

        var names = Enumerable.Range(0, _csv.FieldCount).Select(at => _csv.GetString(at).TrimStart('\uFEFF')).ToList();
        return _key >= 0 && names.SequenceEqual(_table.Table.Columns.Select(column => column.Name), StringComparer.Ordinal);
    }

    /// <summary>Reads a row; false at the end, and where something is wrong.</summary>
    public bool Read()
    {
        if (!TryRead())
        {
            return false;
        }

        Rows++;
        if (_csv.FieldCount != _table.Table.Columns.Count)
        {
            Fault = $"Rad {Rows} har {_csv.FieldCount} verdier, ikke {_table.Table.Columns.Count}.";
        }

        return Fault is null;
    }

    /// <summary>Whether another cell of the row holds a serial number.</summary>
    public bool HasSerialElsewhere()
    {
        for (var cell = 0; cell < _csv.FieldCount; cell++)
        {
            if (cell != _key && SerialNumber.TryParse(_csv.GetSpan(cell), out _))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Writes the row without its serial number, as CSV with commas, a comma in front of each cell.</summary>
    public void WriteRest(ArrayBufferWriter<byte> into)
    {
        for (var cell = 0; cell < _csv.FieldCount; cell++)
        {
            if (cell != _key)
            {
                into.Write(","u8);
                WriteCell(into, _csv.GetSpan(cell));
            }
        }
    }

    /// <summary>Whether the file was the manifest's, byte for byte; reads what is left.</summary>
    public bool IsTheManifests()
    {
        var rest = new byte[1 << 16];
        while (_hashed.Read(rest) is > 0 and var read)
        {
            _scan.Write(rest.AsSpan(0, read));
        }

        _scan.Finish();
        Leaks = _scan.Count;
        return _hashed.Bytes == _table.File.Bytes && string.Equals(Convert.ToHexStringLower(_hashed.Finish()), _table.File.Sha256, StringComparison.OrdinalIgnoreCase)
            && (_table.File.Rows is not { } rows || rows == Rows || Fault is not null);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _csv.Dispose();
        _hashed.Dispose();
    }

    private static void WriteCell(ArrayBufferWriter<byte> into, ReadOnlySpan<byte> cell)
    {
        if (cell.IndexOfAny(","u8[0], "\""u8[0], "\r"u8[0]) < 0)
        {
            into.Write(cell);
            return;
        }

        into.Write("\""u8);
        while (cell.IndexOf((byte)'"') is >= 0 and var quote)
        {
            into.Write(cell[..(quote + 1)]);
            into.Write("\""u8);
            cell = cell[(quote + 1)..];
        }

        into.Write(cell);
        into.Write("\""u8);
    }

    private bool TryRead()
    {
        if (Fault is not null)
        {
            return false;
        }

        try
        {
            var more = _csv.Read();
            Fault = _malformed is null ? null : $"Rad {Rows + 1} er ikke gyldig CSV.";
            return more && Fault is null;
        }
        catch (SourceFaultException fault)
        {
            Fault = fault.Fault.Message;
        }
        catch (CsvFormatException)
        {
            Fault = $"Rad {Rows + 1} er for lang.";
        }

        return false;
    }
}
