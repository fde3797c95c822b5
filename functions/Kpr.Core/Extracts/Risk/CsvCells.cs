namespace Kpr.Core.Extracts.Risk;

/// <summary>The cells of a row of CSV, as they stand in it, quotes included.</summary>
/// <param name="row">The row, with its end.</param>
internal ref struct CsvCells(ReadOnlySpan<byte> row)
{
    private readonly ReadOnlySpan<byte> _row = row;
    private int _next;
    private int _at = -1;

    /// <summary>Place and range of the cell.</summary>
    public (int At, Range Cell) Current { get; private set; }

    /// <summary>The cells.</summary>
    public readonly CsvCells GetEnumerator() => this;

    /// <summary>Goes to the next cell.</summary>
    public bool MoveNext()
    {
        if (_next > _row.Length || (_next == _row.Length && _at >= 0 && _row[^1] != ','))
        {
            return false;
        }

        var begin = _next;
        var end = begin;
        var isQuoted = false;
        while (end < _row.Length && (isQuoted || _row[end] is not ((byte)',' or (byte)'\n')))
        {
            isQuoted ^= _row[end] == '"';
            end++;
        }

        _at++;
        Current = (_at, begin..end);
        _next = end < _row.Length && _row[end] == '\n' ? _row.Length + 1 : end + 1;
        return true;
    }
}
