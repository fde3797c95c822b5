namespace Kpr.Core.Extracts;

/// <summary>
/// Reads CSV as bytes, row by row: UTF-8, commas, quotes by RFC 4180, LF or CRLF. Makes no text: an extract passes most cells on as they are, and millions of rows
/// a minute allow for nothing else.
/// </summary>
/// <param name="content">The CSV.</param>
internal sealed class CsvBytes(Stream content)
{
    private const int FirstLength = 1 << 17;
    private const byte Comma = (byte)',';
    private const byte Quote = (byte)'"';
    private const byte Line = (byte)'\n';

    private byte[] _buffer = new byte[FirstLength];
    private int[] _ends = new int[64];
    private int[] _starts = new int[64];
    private int _begin;
    private int _filled;
    private bool _isEnd;

    /// <summary>Number of cells that were read of the row.</summary>
    public int Count { get; private set; }

    /// <summary>A cell of the row; empty where the row is too short.</summary>
    public ReadOnlySpan<byte> this[int at] => at < Count ? _buffer.AsSpan(_starts[at], _ends[at] - _starts[at]) : default;

    /// <summary>Reads a row.</summary>
    /// <param name="last">The last cell that is asked for; what follows is passed over.</param>
    /// <returns>False at the end.</returns>
    public bool Read(int last)
    {
        while (!TryRead(last))
        {
            if (_isEnd)
            {
                return false;
            }

            Fill();
        }

        return true;
    }

    private void Fill()
    {
        if (_begin > 0)
        {
            _buffer.AsSpan(_begin, _filled - _begin).CopyTo(_buffer);
            (_filled, _begin) = (_filled - _begin, 0);
        }
        else if (_filled == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = content.Read(_buffer, _filled, _buffer.Length - _filled);
        _filled += read;
        _isEnd = read == 0;
    }

    // What is not whole is read again when more has come: once in a buffer. Only quotes that are doubled change the buffer, and they only in a row that is whole.
    private bool TryRead(int last)
    {
        var at = _begin;
        Count = 0;
        if (at == _filled)
        {
            return false;
        }

        var hasDoubled = false;
        while (Count <= last)
        {
            int start, end;
            if (at < _filled && _buffer[at] == Quote)
            {
                start = at + 1;
                end = ClosingQuote(start, ref hasDoubled);
                at = end + 1;
                if (end < 0 || (at == _filled && !_isEnd))
                {
                    return false;
                }

                at += at < _filled && _buffer[at] == '\r' ? 1 : 0;
                if (at == _filled && !_isEnd)
                {
                    return false;
                }
            }
            else
            {
                start = at;
                var length = _buffer.AsSpan(at, _filled - at).IndexOfAny(Comma, Line);
                if (length < 0 && !_isEnd)
                {
                    return false;
                }

                end = at = length < 0 ? _filled : at + length;
                end -= end > start && (at == _filled || _buffer[at] == Line) && _buffer[end - 1] == '\r' ? 1 : 0;
            }

            Take(start, end);
            if (at >= _filled || _buffer[at] == Line)
            {
                return End(at, hasDoubled);
            }

            at++;
        }

        return PassOver(at) is >= 0 and var line ? End(line, hasDoubled) : false;
    }

    private bool End(int line, bool hasDoubled)
    {
        _begin = Math.Min(line + 1, _filled);
        if (hasDoubled)
        {
            for (var cell = 0; cell < Count; cell++)
            {
                _ends[cell] = Single(_starts[cell], _ends[cell]);
            }
        }

        return true;
    }

    private void Take(int start, int end)
    {
        if (Count == _starts.Length)
        {
            Array.Resize(ref _starts, Count * 2);
            Array.Resize(ref _ends, Count * 2);
        }

        (_starts[Count], _ends[Count]) = (start, end);
        Count++;
    }

    private int ClosingQuote(int from, ref bool hasDoubled)
    {
        while (_buffer.AsSpan(from, _filled - from).IndexOf(Quote) is >= 0 and var length)
        {
            from += length;
            if (from + 1 == _filled || _buffer[from + 1] != Quote)
            {
                return from;
            }

            hasDoubled = true;
            from += 2;
        }

        return -1;
    }

    private int PassOver(int at)
    {
        while (true)
        {
            var length = _buffer.AsSpan(at, _filled - at).IndexOfAny(Quote, Line);
            if (length < 0)
            {
                return _isEnd ? _filled : -1;
            }

            at += length;
            if (_buffer[at] == Line)
            {
                return at;
            }

            var closing = _buffer.AsSpan(at + 1, _filled - at - 1).IndexOf(Quote);
            if (closing < 0)
            {
                return _isEnd ? _filled : -1;
            }

            at += closing + 2;
        }
    }

    private int Single(int start, int end)
    {
        var to = start;
        for (var from = start; from < end; from++)
        {
            _buffer[to++] = _buffer[from];
            from += _buffer[from] == Quote && from + 1 < end && _buffer[from + 1] == Quote ? 1 : 0;
        }

        return to;
    }
}
