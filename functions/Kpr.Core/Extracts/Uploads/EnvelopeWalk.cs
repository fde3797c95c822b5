namespace Kpr.Core.Extracts.Uploads;

/// <summary>
/// Follows an upload byte by byte and tells whether it is one value in BER from its first byte to its last, and nothing behind it: lengths are held against each other, definite and
/// indefinite ones. It keeps no content.
/// </summary>
public sealed class EnvelopeWalk
{
    private const int Deepest = 32;
    private const int Indefinite = -1;
    private const byte Constructed = 0x20;
    private const byte LongTag = 0x1F;
    private const byte Unknown = 0x80;
    private const int LongestLength = 6;

    // Where each value that is open ends; of indefinite length, where two zero bytes stand.
    private readonly Stack<long> _ends = new();
    private long _at;
    private long _skip;
    private byte? _tag;
    private int _digits;
    private long _length;
    private bool _broken;
    private bool _begun;

    /// <summary>Whether all that was read is one whole value.</summary>
    public bool IsWhole => !_broken && _begun && _ends.Count == 0 && _skip == 0 && _tag is null;

    /// <summary>Reads on.</summary>
    /// <returns>False when it cannot become such a value any more.</returns>
    public bool Read(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0 && !_broken)
        {
            if (_skip > 0)
            {
                var passed = (int)Math.Min(_skip, bytes.Length);
                (_skip, _at) = (_skip - passed, _at + passed);
                bytes = bytes[passed..];
                Close();
                continue;
            }

            _at++;
            Take(bytes[0]);
            bytes = bytes[1..];
        }

        return !_broken;
    }

    private void Take(byte next)
    {
        if (_tag is not { } tag)
        {
            // Behind the whole value nothing stands.
            _broken = (_begun && _ends.Count == 0) || (next & LongTag) == LongTag || (!_begun && (next & Constructed) == 0);
            (_begun, _tag, _digits, _length) = (true, next, 0, 0);
        }
        else if (_digits > 0)
        {
            _length = (_length << 8) | next;
            if (--_digits == 0)
            {
                Open(tag, _length);
            }
        }
        else if (next < Unknown)
        {
            Open(tag, next);
        }
        else if (next == Unknown)
        {
            _broken = (tag & Constructed) == 0;
            Open(tag, Indefinite);
        }
        else
        {
            _digits = next & 0x7F;
            _broken = _digits > LongestLength;
        }
    }

    private void Open(byte tag, long length)
    {
        _tag = null;
        if (tag == 0)
        {
            // The end of a value of indefinite length.
            _broken |= length != 0 || !_ends.TryPop(out var end) || end != Indefinite;
        }
        else
        {
            var bound = _ends.FirstOrDefault(end => end != Indefinite, long.MaxValue);
            _broken |= length != Indefinite && length > bound - _at;
            if ((tag & Constructed) == 0)
            {
                _skip = length;
            }
            else
            {
                _broken |= _ends.Count == Deepest;
                _ends.Push(length == Indefinite ? Indefinite : _at + length);
            }
        }

        Close();
    }

    private void Close()
    {
        while (_skip == 0 && _ends.TryPeek(out var end) && end != Indefinite && end == _at)
        {
            _ends.Pop();
        }
    }
}
