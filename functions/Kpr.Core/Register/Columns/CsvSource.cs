using CsvHelper;

namespace Kpr.Core.Register.Columns;

/// <summary>Reads a segment of CSV with a header line, as segments were until they had columns: some rows at a time, in the same form.</summary>
internal sealed class CsvSource : ISegmentBlocks
{
    private const int RowsAtOnce = 4_096;

    private static readonly CsvReaderOptions Reading = new() { Separator = ',', HasHeader = false };

    private readonly CsvReader _csv;
    private readonly ColumnWriter _writer = new();
    private readonly ColumnBytes _bytes = new();
    private readonly ColumnValues[] _values;

    /// <summary>Opens unpacked text.</summary>
    /// <param name="text">The text; closed with this when it is its own.</param>
    /// <param name="leaveOpen">Whether the stream is the caller's.</param>
    public CsvSource(Stream text, bool leaveOpen)
    {
        _csv = CsvReader.Create(text, Reading, leaveOpen);
        Names = _csv.Read() ? [.. Enumerable.Range(0, _csv.FieldCount).Select(at => _csv.GetString(at))] : [];
        _values = [.. Names.Select(_ => new ColumnValues())];
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; }

    /// <inheritdoc/>
    public int Next(ReadOnlySpan<SegmentColumn?> columns)
    {
        var rows = 0;
        while (rows < RowsAtOnce && _csv.Read())
        {
            rows++;
            for (var at = 0; at < columns.Length; at++)
            {
                if (columns[at] is not null)
                {
                    _values[at].Add(_csv.GetString(at));
                }
            }
        }

        for (var at = 0; at < columns.Length; at++)
        {
            if (columns[at] is { } column)
            {
                _bytes.Clear();
                column.Fill(_writer.Write(_values[at], _bytes), rows, _bytes.Written);
                _values[at].Clear();
            }
        }

        return rows == 0 ? -1 : rows;
    }

    /// <inheritdoc/>
    public void Dispose() => _csv.Dispose();
}
