using System.Text.Unicode;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;

namespace Kpr.Core.Formats.Json;

/// <summary>
/// The bytes of a JSON file in a sliding window: checked to be UTF-8 as they come, kept from a given place on, and
/// counted in lines.
/// </summary>
internal sealed class JsonSource
{
    private const int BlockLength = 256 << 10;

    private readonly Stream _content;
    private readonly SourceLimits _limits;
    private byte[] _window = new byte[BlockLength];
    private long _windowStart;
    private int _length;
    private int _checked;
    private long _keepFrom;
    private (long Offset, long Line) _kept = (0, 1);
    private (long Offset, long Line) _last = (0, 1);

    public JsonSource(SourceContent source, SourceLimits limits)
    {
        _content = source.Content;
        _limits = limits;
        if (source.Head.Span.StartsWith("\uFEFF"u8))
        {
            Span<byte> mark = stackalloc byte[3];
            _content.ReadExactly(mark);
        }
    }

    /// <summary>Whether the end of the file is in the window.</summary>
    public bool Ended { get; private set; }

    /// <summary>The bytes of the window from an offset on. Offsets count from the beginning of the file, without byte-order mark.</summary>
    public ReadOnlySpan<byte> From(long offset) => _window.AsSpan((int)(offset - _windowStart), _length - (int)(offset - _windowStart));

    /// <summary>The bytes between two offsets that are still kept.</summary>
    public ReadOnlySpan<byte> Slice(long from, long to) => _window.AsSpan((int)(from - _windowStart), (int)(to - from));

    /// <summary>Lets go of everything before an offset.</summary>
    public void KeepFrom(long offset)
    {
        _kept = _last = (offset, LineAt(offset));
        _keepFrom = offset;
    }

    /// <summary>1-based line of an offset at or behind the last one kept from. Breaks are LF, CR LF and CR.</summary>
    public long LineAt(long offset)
    {
        // Mostly asked forwards: counting on from the last answer keeps a long record from being counted again and again.
        var (from, line) = offset >= _last.Offset ? _last : _kept;
        line += Breaks(Slice(from, offset));
        _last = (offset, line);
        return line;
    }

    /// <summary>Takes in further bytes, as many as there is room for.</summary>
    /// <exception cref="SourceFaultException">More than a record is kept (F19), or the bytes are not whole UTF-8 (F23).</exception>
    public void Fill()
    {
        var drop = (int)(_keepFrom - _windowStart);
        _window.AsSpan(drop, _length - drop).CopyTo(_window);
        _windowStart += drop;
        _length -= drop;
        _checked -= drop;
        if (_length > _limits.MaxRecordLength)
        {
            throw new SourceFaultException(The<F19WithinLimits>.Rule.RecordTooLong(_limits.MaxRecordLength) with { Line = LineAt(_keepFrom) });
        }

        if (_window.Length - _length < BlockLength / 2)
        {
            Array.Resize(ref _window, _window.Length * 2);
        }

        var read = _content.ReadAtLeast(_window.AsSpan(_length), _window.Length - _length, throwOnEndOfStream: false);
        Ended = read < _window.Length - _length;
        _length += read;
        Check();
    }

    private static int WholeCharacters(ReadOnlySpan<byte> bytes)
    {
        // At most three bytes at the end can belong to a character that goes on in the next block.
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var b = bytes[^back];
            if ((b & 0xC0) == 0x80)
            {
                continue;
            }

            var expected = b < 0xC0 ? 1 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
            return expected > back ? bytes.Length - back : bytes.Length;
        }

        return bytes.Length;
    }

    private static int Breaks(ReadOnlySpan<byte> text)
    {
        var breaks = text.Count((byte)'\n');
        for (var at = text.IndexOf((byte)'\r'); at >= 0;)
        {
            text = text[(at + 1)..];
            breaks += text.StartsWith("\n"u8) ? 0 : 1;
            at = text.IndexOf((byte)'\r');
        }

        return breaks;
    }

    private void Check()
    {
        var fresh = _window.AsSpan(_checked, _length - _checked);
        var whole = Ended ? fresh.Length : WholeCharacters(fresh);
        if (!Utf8.IsValid(fresh[..whole]))
        {
            throw new SourceFaultException(The<F23HonestEncoding>.Rule.NotUtf8());
        }

        if (fresh[..whole].IndexOf("\uFFFD"u8) >= 0)
        {
            throw new SourceFaultException(The<F23HonestEncoding>.Rule.Replacement());
        }

        _checked += whole;
    }
}
