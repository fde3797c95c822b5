using System.Globalization;
using System.Text;
using Kpr.Core.Catalogue.Variables;

namespace Kpr.Core.Extracts;

/// <summary>
/// The rows of a segment by the names of their columns. The only place where extracts read segments: what they are packed as is known here and nowhere else.
/// The municipality that sent, and the year that an annual report is about, stand in the path of the partition, and are columns like the others.
/// </summary>
internal sealed class SegmentCells
{
    private readonly CsvBytes _rows;
    private readonly int[] _places;
    private readonly byte[][] _fromPath;

    /// <summary>Begins with the header.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="columns">The columns that are asked for, by their names.</param>
    public SegmentCells(ExtractSegment segment, IReadOnlyList<string> columns)
    {
        _rows = new CsvBytes(segment.Content);
        _places = new int[columns.Count];
        _fromPath = new byte[columns.Count][];
        var header = new Dictionary<string, int>(StringComparer.Ordinal);
        if (_rows.Read(int.MaxValue))
        {
            for (var at = 0; at < _rows.Count; at++)
            {
                header.TryAdd(Encoding.UTF8.GetString(_rows[at]), at);
            }
        }

        for (var at = 0; at < columns.Count; at++)
        {
            _fromPath[at] = [];
            if (header.TryGetValue(columns[at], out var place))
            {
                _places[at] = place;
            }
            else
            {
                _places[at] = -1;
                _fromPath[at] = FromPath(segment.Partition, columns[at]) is { } text ? Encoding.UTF8.GetBytes(text) : [];
                Missing ??= _fromPath[at].Length == 0 ? columns[at] : null;
            }
        }

        Last = _places.Length == 0 ? -1 : _places.Max();
    }

    /// <summary>The first column that the segment does not have; null when it has all.</summary>
    public string? Missing { get; }

    private int Last { get; }

    /// <summary>A cell of the row; empty for none.</summary>
    /// <param name="column">Place of the column among those that were asked for.</param>
    public ReadOnlySpan<byte> this[int column] => _places[column] >= 0 ? _rows[_places[column]] : _fromPath[column];

    /// <summary>Goes to the next row.</summary>
    public bool Read() => _rows.Read(Last);

    private static string? FromPath(string partition, string column) =>
        column == VariableCatalogue.Sender.Name ? partition[(partition.LastIndexOf('/') + 1)..]
        : column == ExtractSource.ReportDay && ExtractSource.YearOf(partition) is { } year ? string.Create(CultureInfo.InvariantCulture, $"{year:D4}-12-31")
        : null;
}
