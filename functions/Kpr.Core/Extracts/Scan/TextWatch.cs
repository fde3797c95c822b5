using System.Text;

namespace Kpr.Core.Extracts.Scan;

/// <summary>Finds texts among bytes, one at a time. A text is looked at when its last four bytes have come.</summary>
internal sealed class TextWatch
{
    /// <summary>The shortest text that can be looked for.</summary>
    public const int Shortest = 4;

    /// <summary>The longest.</summary>
    public const int Longest = 64;

    private readonly Dictionary<uint, byte[][]> _byEnd;
    private readonly ulong[] _mayEnd = new ulong[1 << 10];
    private readonly byte[] _last = new byte[2 * Longest];
    private uint _end;
    private int _filled;

    /// <summary>Prepares.</summary>
    /// <exception cref="ArgumentException">A text is too short or too long.</exception>
    public TextWatch(IReadOnlyList<string> texts)
    {
        var bytes = texts.Distinct(StringComparer.Ordinal).Select(Encoding.UTF8.GetBytes).ToList();
        if (bytes.Exists(text => text.Length is < Shortest or > Longest))
        {
            throw new ArgumentException($"Texts that are looked for have {Shortest} to {Longest} bytes.", nameof(texts));
        }

        _byEnd = bytes.GroupBy(text => EndOf(text)).ToDictionary(texts => texts.Key, texts => texts.ToArray());
        foreach (var end in _byEnd.Keys)
        {
            _mayEnd[(end & 0xffff) >> 6] |= 1UL << (int)(end & 63);
        }
    }

    /// <summary>Takes a byte.</summary>
    /// <param name="sign">The byte.</param>
    /// <param name="length">Length of the text that was found, the longest where several were.</param>
    /// <returns>Whether one was found.</returns>
    public bool Next(byte sign, out int length)
    {
        length = 0;
        if (_byEnd.Count == 0)
        {
            return false;
        }

        if (_filled == _last.Length)
        {
            _last.AsSpan(Longest).CopyTo(_last);
            _filled = Longest;
        }

        _last[_filled++] = sign;
        _end = (_end << 8) | sign;
        if (((_mayEnd[(_end & 0xffff) >> 6] >> (int)(_end & 63)) & 1) == 0 || !_byEnd.TryGetValue(_end, out var texts))
        {
            return false;
        }

        foreach (var text in texts)
        {
            if (_last.AsSpan(0, _filled).EndsWith(text))
            {
                length = Math.Max(length, text.Length);
            }
        }

        return length > 0;
    }

    /// <summary>Ends a file.</summary>
    public void Clear() => (_end, _filled) = (0, 0);

    private static uint EndOf(byte[] text) => ((uint)text[^4] << 24) | ((uint)text[^3] << 16) | ((uint)text[^2] << 8) | text[^1];
}
