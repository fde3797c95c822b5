namespace Kpr.Core.Extracts.Rows;

/// <summary>
/// What follows from a column's texts where a segment numbers them: made once for each text of a block, and found again by its number. What a row costs is then no more than
/// a look into an array.
/// </summary>
/// <typeparam name="T">What follows.</typeparam>
/// <param name="column">Place of the column among those that are read.</param>
internal sealed class CodeMemo<T>(int column)
    where T : class
{
    private object? _block;
    private T?[] _known = [];
    private int _code;

    /// <summary>Finds what follows from the text of a row.</summary>
    /// <param name="cells">The row.</param>
    /// <param name="known">What follows; null as long as nothing is kept for the text.</param>
    /// <returns>False where texts are not numbered: nothing can be kept.</returns>
    public bool Find(SegmentCells cells, out T? known)
    {
        known = null;
        _code = cells.CodeOf(column, out var count);
        if (_code < 0)
        {
            return false;
        }

        if (!ReferenceEquals(_block, cells.Block))
        {
            Array.Clear(_known);
            _known = _known.Length < count ? new T?[Math.Max(count, 2 * _known.Length)] : _known;
            _block = cells.Block;
        }

        known = _known[_code];
        return true;
    }

    /// <summary>Keeps what follows from the text that was looked for last.</summary>
    public T Keep(T made) => _known[_code] = made;
}
