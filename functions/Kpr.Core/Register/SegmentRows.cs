using System.Globalization;
using System.IO.Compression;
using CsvHelper;
using Kpr.Core.Formats;
using Kpr.Core.Identity;

namespace Kpr.Core.Register;

/// <summary>
/// The rows of one chunk for one partition: CSV without header, packed as one gzip member. Members behind each
/// other are a gzip file, so a segment is put together from chunks without packing again.
/// </summary>
public sealed class SegmentRows : IDisposable
{
    /// <summary>Columns that every segment begins with.</summary>
    public static readonly IReadOnlyList<RegisterColumn> LeadingColumns =
    [
        new("ordinal", "integer", "Postens plass i filen den kom med"),
        new("personKey", "string", "Personnøkkel; tom når identiteten ikke gir noen"),
    ];

    private static readonly CsvWriterOptions Writing = new() { NewLine = "\n", Separator = ',', HasHeader = false, WriteByteOrderMark = false };
    private static readonly CsvReaderOptions Reading = new() { Separator = ',', HasHeader = false };

    private readonly MemoryStream _packed = new();
    private readonly CsvWriter _csv;

    /// <summary>Begins with no row.</summary>
    public SegmentRows() => _csv = Writer(_packed);

    /// <summary>Number of rows.</summary>
    public long Rows { get; private set; }

    /// <summary>The header line of a layout's segments, as a gzip member.</summary>
    public static byte[] Header(RegisterLayout layout)
    {
        using var packed = new MemoryStream();
        using (var csv = Writer(packed))
        {
            csv.WriteRecord([.. LeadingColumns.Concat(layout.Columns).Select(column => column.Name)]);
        }

        return packed.ToArray();
    }

    /// <summary>A member without the rows that a predicate drops.</summary>
    /// <param name="member">A member made by this class.</param>
    /// <param name="drop">Whether the row of an ordinal is dropped.</param>
    /// <param name="keep">Takes the values of each row that is left, in the order of the layout's columns; null when nobody asks.</param>
    /// <returns>The member that is left, and its number of rows.</returns>
    public static (byte[] Member, long Rows) Without(byte[] member, Func<long, bool> drop, Action<string?[]>? keep = null)
    {
        using var left = new SegmentRows();
        using var gzip = new GZipStream(new MemoryStream(member), CompressionMode.Decompress);
        using var csv = CsvReader.Create(gzip, Reading, leaveOpen: false);
        while (csv.Read())
        {
            if (!drop(csv.Parse<long>(0, CultureInfo.InvariantCulture)))
            {
                var fields = new string?[csv.FieldCount];
                for (var field = 0; field < fields.Length; field++)
                {
                    left._csv.WriteField(fields[field] = csv.GetString(field));
                }

                left.EndRow();
                keep?.Invoke(fields[LeadingColumns.Count..]);
            }
        }

        return (left.Finish(), left.Rows);
    }

    /// <summary>A member with other person keys.</summary>
    /// <param name="member">A member made by this class.</param>
    /// <param name="persons">Person keys by ordinal; a row without one has none.</param>
    public static byte[] WithPersons(byte[] member, IReadOnlyDictionary<long, PersonKey> persons)
    {
        using var csv = CsvReader.Create(new GZipStream(new MemoryStream(member), CompressionMode.Decompress), Reading);
        using var changed = new SegmentRows();
        while (csv.Read())
        {
            var ordinal = csv.Parse<long>(0, CultureInfo.InvariantCulture);
            changed._csv.WriteField(csv.GetString(0));
            changed._csv.WriteField(persons.TryGetValue(ordinal, out var person) ? person.ToString() : null);
            for (var field = LeadingColumns.Count; field < csv.FieldCount; field++)
            {
                changed._csv.WriteField(csv.GetString(field));
            }

            changed.EndRow();
        }

        return changed.Finish();
    }

    /// <summary>Finds rows of a segment.</summary>
    /// <param name="segment">The whole segment, packed.</param>
    /// <param name="wanted">Whether a row is wanted, by its ordinal and person key (empty when it has none).</param>
    public static IEnumerable<SegmentRow> Find(Stream segment, Func<long, string, bool> wanted)
    {
        using var gzip = new GZipStream(segment, CompressionMode.Decompress, leaveOpen: true);
        using var csv = CsvReader.Create(gzip, Reading, leaveOpen: false);
        csv.Read();
        while (csv.Read())
        {
            var (ordinal, person) = (csv.Parse<long>(0, CultureInfo.InvariantCulture), csv.GetString(1));
            if (wanted(ordinal, person))
            {
                yield return RowOf(csv, ordinal, person);
            }
        }
    }

    /// <summary>Writes a segment anew.</summary>
    /// <param name="segment">The whole segment, packed.</param>
    /// <param name="target">Takes the new one.</param>
    /// <param name="change">Changes the values of a row where they lie; false drops the row.</param>
    /// <returns>Number of rows left.</returns>
    public static long Rewrite(Stream segment, Stream target, Func<SegmentRow, bool> change)
    {
        var rows = 0L;
        using var gzip = new GZipStream(segment, CompressionMode.Decompress, leaveOpen: true);
        using var csv = CsvReader.Create(gzip, Reading, leaveOpen: false);
        using var left = CsvWriter.Create(new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true), Writing, leaveOpen: false);
        for (var header = true; csv.Read(); header = false)
        {
            var row = RowOf(csv, header ? 0 : csv.Parse<long>(0, CultureInfo.InvariantCulture), csv.GetString(1));
            if (header || change(row))
            {
                left.WriteField(csv.GetString(0));
                left.WriteField(row.PersonKey);
                foreach (var value in row.Values)
                {
                    left.WriteField(value);
                }

                left.EndRecord();
                rows += header ? 0 : 1;
            }
        }

        return rows;
    }

    /// <summary>The rows of a member made by this class: it has no header.</summary>
    public static IEnumerable<SegmentRow> Read(byte[] member)
    {
        using var csv = CsvReader.Create(new GZipStream(new MemoryStream(member), CompressionMode.Decompress), Reading);
        while (csv.Read())
        {
            yield return RowOf(csv, csv.Parse<long>(0, CultureInfo.InvariantCulture), csv.GetString(1));
        }
    }

    /// <summary>Writes a segment anew, with rows put in where their ordinals belong.</summary>
    /// <param name="segment">The rows there are, in order of their ordinals.</param>
    /// <param name="put">Rows that are new, or take the place of those with their ordinals.</param>
    /// <param name="layout">The layout of both.</param>
    /// <param name="target">Takes the segment.</param>
    /// <param name="each">Takes each row of it; null when nobody asks.</param>
    /// <returns>Number of rows.</returns>
    public static long Merge(IEnumerable<SegmentRow> segment, IEnumerable<SegmentRow> put, RegisterLayout layout, Stream target, Action<SegmentRow>? each = null)
    {
        var rows = 0L;
        using var csv = CsvWriter.Create(new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true), Writing, leaveOpen: false);
        csv.WriteRecord([.. LeadingColumns.Concat(layout.Columns).Select(column => column.Name)]);
        var more = new Queue<SegmentRow>(put.OrderBy(row => row.Ordinal));
        void Write(SegmentRow row)
        {
            csv.WriteRecord([row.Ordinal.ToString(CultureInfo.InvariantCulture), row.PersonKey, .. row.Values]);
            each?.Invoke(row);
            rows++;
        }

        foreach (var row in segment)
        {
            while (more.Count > 0 && more.Peek().Ordinal < row.Ordinal)
            {
                Write(more.Dequeue());
            }

            Write(more.Count > 0 && more.Peek().Ordinal == row.Ordinal ? more.Dequeue() : row);
        }

        while (more.Count > 0)
        {
            Write(more.Dequeue());
        }

        return rows;
    }

    /// <summary>Adds a record.</summary>
    /// <param name="ordinal">Its position in the file.</param>
    /// <param name="person">Its person key, when it has one.</param>
    /// <param name="values">Its values in the order of the layout's columns.</param>
    public void Add(long ordinal, PersonKey? person, ReadOnlySpan<string?> values)
    {
        _csv.WriteField(ordinal.ToString(CultureInfo.InvariantCulture));
        _csv.WriteField(person?.ToString());
        foreach (var value in values)
        {
            _csv.WriteField(value);
        }

        EndRow();
    }

    /// <summary>The member with all rows; nothing can be added afterwards.</summary>
    public byte[] Finish()
    {
        _csv.Dispose();
        return _packed.ToArray();
    }

    /// <inheritdoc/>
    public void Dispose() => _csv.Dispose();

    private static CsvWriter Writer(MemoryStream packed) =>
        CsvWriter.Create(new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true), Writing, leaveOpen: false);

    private static SegmentRow RowOf(CsvReader csv, long ordinal, string person)
    {
        var values = new string?[csv.FieldCount - LeadingColumns.Count];
        for (var field = 0; field < values.Length; field++)
        {
            values[field] = csv.GetString(field + LeadingColumns.Count);
        }

        return new SegmentRow(ordinal, person, values);
    }

    private void EndRow()
    {
        _csv.EndRecord();
        Rows++;
    }
}
