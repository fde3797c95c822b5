namespace Kpr.Core.Formats.Sources;

/// <summary>Where the lines of a text begin, as far as the text is kept.</summary>
internal sealed class LineStarts
{
    private readonly List<long> _starts = [0];
    private int _first;
    private long _firstLine = 1;

    /// <summary>Offset at which a line begins.</summary>
    public long Offset(long line) => _starts[checked((int)(line - _firstLine)) + _first];

    /// <summary>1-based line that an offset lies in.</summary>
    public long LineAt(long offset)
    {
        var at = _starts.BinarySearch(_first, _starts.Count - _first, offset, null);
        return _firstLine + (at < 0 ? ~at - 1 : at) - _first;
    }

    /// <summary>Whether line and position of an offset in the last line fit the XML reader, which counts with 32 bits.</summary>
    public bool CanCount(long offset) =>
        offset - _starts[^1] < int.MaxValue && _firstLine + (_starts.Count - _first) < int.MaxValue;

    /// <summary>A further line begins.</summary>
    public void Add(long offset) => _starts.Add(offset);

    /// <summary>The last line begins later than it seemed: its break has two characters.</summary>
    public void MoveLast(long offset) => _starts[^1] = offset;

    /// <summary>Forgets the lines that end before an offset.</summary>
    public void DropBefore(long offset)
    {
        while (_first + 1 < _starts.Count && _starts[_first + 1] <= offset)
        {
            _first++;
            _firstLine++;
        }

        if (_first > 4_096 && _first > _starts.Count / 2)
        {
            _starts.RemoveRange(0, _first);
            _first = 0;
        }
    }
}
