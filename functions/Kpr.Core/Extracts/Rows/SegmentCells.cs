using System.Globalization;
using System.Text;
using Kpr.Core.Catalogue.Variables;
using Kpr.Core.Extracts.Orders;
using Kpr.Core.Identity;
using Kpr.Core.Register;

namespace Kpr.Core.Extracts.Rows;

/// <summary>
/// The rows of a segment by the names of their columns. The only place where extracts read segments: what they are packed as is known here and nowhere else.
/// The municipality that sent, and the year that an annual report is about, stand in the path of the partition, and are columns like the others.
/// </summary>
internal sealed class SegmentCells : IDisposable
{
    private const string Ordinal = "ordinal";

    private readonly SegmentReader _segment;
    private readonly byte[][] _fromPath;
    private int _row = -1;

    /// <summary>Begins with the names of the segment's columns.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="columns">The columns that are asked for, by their names.</param>
    public SegmentCells(ExtractSegment segment, IReadOnlyList<string> columns)
    {
        // Without a column there is still a row to go to.
        _segment = SegmentReader.Open(segment.Content, mayBeText: true, [.. columns.DefaultIfEmpty(Ordinal)]);
        _fromPath = new byte[columns.Count][];
        for (var at = 0; at < columns.Count; at++)
        {
            _fromPath[at] = _segment.Find(at) is null && FromPath(segment.Partition, columns[at]) is { } text ? Encoding.UTF8.GetBytes(text) : [];
            Missing ??= _segment.Find(at) is null && _fromPath[at].Length == 0 ? columns[at] : null;
        }
    }

    /// <summary>The first column that the segment does not have; null when it has all.</summary>
    public string? Missing { get; }

    /// <summary>A cell of the row; empty for none. Good until another row's is asked for.</summary>
    /// <param name="column">Place of the column among those that were asked for.</param>
    public ReadOnlySpan<byte> this[int column] => _segment.Find(column) is { } cells ? cells.Utf8(_row) : _fromPath[column];

    /// <summary>What the codes of rows are of: another one when they begin anew.</summary>
    public object Block { get; private set; } = new();

    /// <summary>Number of the text that a column has in the row, among those of the block; -1 where they are not numbered.</summary>
    /// <param name="column">Place of the column among those that were asked for.</param>
    /// <param name="count">How many texts there are.</param>
    public int CodeOf(int column, out int count)
    {
        if (_segment.Find(column) is { IsCoded: true, HasDays: false } cells)
        {
            count = cells.CodeCount;
            return cells.Codes[_row];
        }

        count = 0;
        return -1;
    }

    /// <summary>The person of a cell; false where it names none.</summary>
    public bool TryPerson(int column, out PersonKey person)
    {
        person = default;
        return _segment.Find(column)?.TryGetPerson(_row, out person) == true;
    }

    /// <summary>The day that a cell begins with; false where it does not.</summary>
    public bool TryDay(int column, out DateOnly day)
    {
        day = default;
        return _segment.Find(column) is { HasDays: true } cells ? cells.TryGetDay(_row, out day) : DayText.TryRead(this[column], out day);
    }

    /// <summary>A cell as characters; empty for none.</summary>
    public ReadOnlySpan<char> Text(int column) => _segment.Find(column) is { } cells ? cells[_row] : Encoding.UTF8.GetString(_fromPath[column]);

    /// <summary>Goes to the next row.</summary>
    public bool Read()
    {
        _row++;
        while (_row >= _segment.Rows)
        {
            if (!_segment.Read())
            {
                return false;
            }

            (_row, Block) = (0, new object());
        }

        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _segment.Dispose();

    private static string? FromPath(string partition, string column) =>
        column == VariableCatalogue.Sender.Name ? partition[(partition.LastIndexOf('/') + 1)..]
        : column == ExtractSource.ReportDay && ExtractSource.YearOf(partition) is { } year ? string.Create(CultureInfo.InvariantCulture, $"{year:D4}-12-31")
        : null;
}
