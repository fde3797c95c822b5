using System.Globalization;
using Kpr.Core.Formats;
using Kpr.Core.Identity;
using Kpr.Core.Register.Columns;

namespace Kpr.Core.Register;

/// <summary>
/// The rows of one chunk for one partition: a block. A segment is put together from the blocks of chunks by <see cref="SegmentWriter"/>, without
/// packing again. Beside it what is done to stored rows one by one; who needs some columns of many rows takes <see cref="SegmentReader"/>.
/// </summary>
public sealed class SegmentRows
{
    /// <summary>Columns that every segment begins with.</summary>
    public static readonly IReadOnlyList<RegisterColumn> LeadingColumns =
    [
        new("ordinal", "integer", "Postens plass i filen den kom med"),
        new("personKey", "string", "Personnøkkel; tom når identiteten ikke gir noen"),
    ];

    private readonly BlockWriter _block = new();

    /// <summary>Number of rows.</summary>
    public long Rows => _block.Rows;

    /// <summary>A block without the rows that a predicate drops.</summary>
    /// <param name="block">A block made by this class.</param>
    /// <param name="drop">Whether the row of an ordinal is dropped.</param>
    /// <param name="keep">Takes the values of each row that is left, in the order of the layout's columns; null when nobody asks.</param>
    /// <returns>The block that is left, and its number of rows.</returns>
    public static (byte[] Block, long Rows) Without(byte[] block, Func<long, bool> drop, Action<string?[]>? keep = null)
    {
        var left = new SegmentRows();
        foreach (var row in Read(block).Where(row => !drop(row.Ordinal)))
        {
            left.Add(row.Ordinal, row.PersonKey, row.Values);
            keep?.Invoke(row.Values);
        }

        var rows = left.Rows;
        return (left.Finish(), rows);
    }

    /// <summary>A block with other person keys.</summary>
    /// <param name="block">A block made by this class.</param>
    /// <param name="persons">Person keys by ordinal; a row without one has none.</param>
    public static byte[] WithPersons(byte[] block, IReadOnlyDictionary<long, PersonKey> persons)
    {
        var changed = new SegmentRows();
        foreach (var row in Read(block))
        {
            changed.Add(row.Ordinal, persons.TryGetValue(row.Ordinal, out var person) ? person.ToString() : null, row.Values);
        }

        return changed.Finish();
    }

    /// <summary>Finds rows of a segment.</summary>
    /// <param name="segment">The whole segment, as it is stored.</param>
    /// <param name="wanted">Whether a row is wanted, by its ordinal and person key (empty when it has none).</param>
    /// <exception cref="SegmentDamagedException">The segment is not as it was written.</exception>
    public static IEnumerable<SegmentRow> Find(Stream segment, Func<long, string, bool> wanted)
    {
        using var reader = SegmentReader.Open(segment);
        foreach (var row in RowsOf(reader, wanted))
        {
            yield return row;
        }
    }

    /// <summary>Writes a segment anew.</summary>
    /// <param name="segment">The whole segment, as it is stored.</param>
    /// <param name="target">Takes the new one.</param>
    /// <param name="change">Changes the values of a row where they lie; false drops the row.</param>
    /// <returns>Number of rows left.</returns>
    public static long Rewrite(Stream segment, Stream target, Func<SegmentRow, bool> change)
    {
        using var reader = SegmentReader.Open(segment);
        var left = new SegmentWriter(target, reader.Names);
        foreach (var row in RowsOf(reader, (_, _) => true).Where(change))
        {
            left.Add(row);
        }

        return left.Finish();
    }

    /// <summary>The rows of a block made by this class.</summary>
    public static IEnumerable<SegmentRow> Read(byte[] block)
    {
        if (block.Length == 0)
        {
            yield break;
        }

        using var reader = SegmentReader.OfBlock(new MemoryStream(block), SegmentFrames.ShapeOf(block).Columns);
        foreach (var row in RowsOf(reader, (_, _) => true))
        {
            yield return row;
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
        var written = new SegmentWriter(target, layout);
        var more = new Queue<SegmentRow>(put.OrderBy(row => row.Ordinal));
        void Write(SegmentRow row)
        {
            written.Add(row);
            each?.Invoke(row);
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

        return written.Finish();
    }

    /// <summary>Adds a record.</summary>
    /// <param name="ordinal">Its position in the file.</param>
    /// <param name="person">Its person key, when it has one.</param>
    /// <param name="values">Its values in the order of the layout's columns.</param>
    public void Add(long ordinal, PersonKey? person, ReadOnlySpan<string?> values) => Add(ordinal, person?.ToString(), values);

    /// <summary>The block with all rows, empty where there is none; begins anew.</summary>
    public byte[] Finish() => Rows == 0 ? [] : _block.Finish();

    private static IEnumerable<SegmentRow> RowsOf(SegmentReader reader, Func<long, string, bool> wanted)
    {
        var columns = reader.Names.Count;
        while (reader.Read())
        {
            for (var row = 0; row < reader.Rows; row++)
            {
                if (!reader[0].TryGetNumber(row, out var ordinal))
                {
                    throw new SegmentDamagedException("a row of it has no ordinal");
                }

                var person = reader[1].StringOf(row);
                if (wanted(ordinal, person))
                {
                    var values = new string?[columns - LeadingColumns.Count];
                    for (var at = 0; at < values.Length; at++)
                    {
                        values[at] = reader[at + LeadingColumns.Count].StringOf(row);
                    }

                    yield return new SegmentRow(ordinal, person, values);
                }
            }
        }
    }

    private void Add(long ordinal, string? person, ReadOnlySpan<string?> values)
    {
        _block.Begin(values.Length + LeadingColumns.Count);
        _block.Add(0, ordinal.ToString(CultureInfo.InvariantCulture));
        _block.Add(1, person);
        for (var at = 0; at < values.Length; at++)
        {
            _block.Add(at + LeadingColumns.Count, values[at]);
        }
    }
}
