using System.Buffers;
using System.Text;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;

namespace Kpr.Core.Formats.Sources;

/// <summary>
/// The decoded text of an XML file, as the framework's XML reader asks for it. Decodes strictly, so that text
/// and original bytes stand for each other exactly; keeps what has been read since a given place, so that the
/// original of a record can be taken out; and stops texts that would fill the memory.
/// </summary>
internal sealed class SourceText : TextReader
{
    private const int BlockLength = 64 << 10;
    private const int DeclarationLength = 1_024;

    private static readonly SearchValues<char> LineBreaks = SearchValues.Create("\r\n");

    private readonly Stream _content;
    private readonly SourceLimits _limits;
    private readonly byte[] _bytes = new byte[BlockLength];
    private readonly Decoder _decoder;
    private readonly Latin1Check? _latin1;
    private readonly LineStarts _lines = new();
    private char[] _window = new char[BlockLength * 2];
    private long _windowStart;
    private long _keepFrom;
    private int _length;
    private int _next;
    private long _sinceTag;
    private bool _afterReturn;
    private bool _ended;

    /// <exception cref="SourceFaultException">The encoding is not one that the register takes.</exception>
    public SourceText(SourceContent source, SourceLimits limits)
    {
        _content = source.Content;
        _limits = limits;
        (Encoding, var markLength) = ChooseEncoding(source.Head.Span);
        _content.ReadExactly(_bytes.AsSpan(0, markLength));
        _decoder = Encoding.GetDecoder();
        _latin1 = ReferenceEquals(Encoding, Encoding.Latin1) ? new Latin1Check() : null;
    }

    /// <summary>The encoding of the file: strict UTF-8 or ISO-8859-1.</summary>
    public Encoding Encoding { get; }

    /// <summary>Line on which a document type declaration begins before the first record, as far as the text is read; null when none does.</summary>
    public long? DoctypeLine =>
        _windowStart == 0 && _window.AsSpan(0, _length).IndexOf("<!D", StringComparison.Ordinal) is >= 0 and var at ? LineAt(at) : null;

    /// <summary>Offset, in characters from the beginning of the text, of a place that the XML reader names.</summary>
    /// <param name="line">1-based line.</param>
    /// <param name="column">1-based position in the line.</param>
    public long Offset(int line, int column) => _lines.Offset(line) + column - 1;

    /// <summary>1-based line of an offset that is still kept.</summary>
    public long LineAt(long offset) => _lines.LineAt(offset);

    /// <summary>Offset just behind the tag that begins at an offset; quotes are minded.</summary>
    public long EndOfTag(long offset)
    {
        var quote = '\0';
        for (var i = (int)(offset - _windowStart); i < _length; i++)
        {
            var c = _window[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c == '>')
            {
                return _windowStart + i + 1;
            }
        }

        throw new InvalidOperationException("The tag has not been read to its end.");
    }

    /// <summary>The text between two offsets that are still kept.</summary>
    public ReadOnlySpan<char> Slice(long from, long to) =>
        _window.AsSpan((int)(from - _windowStart), (int)(to - from));

    /// <summary>Writes the original bytes between two offsets that are still kept.</summary>
    public void Write(long from, long to, IBufferWriter<byte> target) => Encoding.GetBytes(Slice(from, to), target);

    /// <summary>Lets go of everything before an offset.</summary>
    public void KeepFrom(long offset) => _keepFrom = offset;

    public override int Peek() => _next < _length || Fill() ? _window[_next] : -1;

    public override int Read() => _next < _length || Fill() ? _window[_next++] : -1;

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        if (_next == _length && !Fill())
        {
            return 0;
        }

        var read = Math.Min(buffer.Length, _length - _next);
        _window.AsSpan(_next, read).CopyTo(buffer);
        _next += read;
        return read;
    }

    private static (Encoding Encoding, int MarkLength) ChooseEncoding(ReadOnlySpan<byte> head)
    {
        var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        var marked = head.StartsWith("\uFEFF"u8);
        if (SourceContent.IsUtf16(head))
        {
            throw new SourceFaultException(The<F23HonestEncoding>.Rule.Unsupported("UTF-16"));
        }

        var name = DeclaredEncoding(head[(marked ? 3 : 0)..]);
        if (name is null || name.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            return (strict, marked ? 3 : 0);
        }

        if (marked)
        {
            throw new SourceFaultException(The<F23HonestEncoding>.Rule.MarkDisagrees());
        }

        return name.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase)
            ? (Encoding.Latin1, 0)
            : throw new SourceFaultException(The<F23HonestEncoding>.Rule.Unsupported(name));
    }

    private static string? DeclaredEncoding(ReadOnlySpan<byte> head)
    {
        if (!head.StartsWith("<?xml"u8))
        {
            return null;
        }

        var declaration = head[..Math.Min(head.Length, DeclarationLength)];
        var end = declaration.IndexOf("?>"u8);
        declaration = end < 0 ? declaration : declaration[..end];
        var at = declaration.IndexOf("encoding"u8);
        if (at < 0)
        {
            return null;
        }

        var rest = declaration[(at + 8)..].TrimStart(" \t\r\n="u8);
        if (rest.IsEmpty || rest[0] is not ((byte)'"' or (byte)'\''))
        {
            return null;
        }

        var close = rest[1..].IndexOf(rest[0]);
        return close < 0 ? null : Encoding.ASCII.GetString(rest.Slice(1, Math.Min(close, 40)));
    }

    private bool Fill()
    {
        while (!_ended)
        {
            var read = _content.Read(_bytes);
            _ended = read == 0;
            MakeRoom();
            var decoded = Decode(_bytes.AsSpan(0, read), _window.AsSpan(_length));
            if (decoded > 0)
            {
                Inspect(_window.AsSpan(_length, decoded));
                _length += decoded;
                return true;
            }
        }

        return false;
    }

    private void MakeRoom()
    {
        var drop = (int)Math.Min(Math.Max(0, _keepFrom - _windowStart), _next);
        if (drop > 0)
        {
            _window.AsSpan(drop, _length - drop).CopyTo(_window);
            _windowStart += drop;
            _length -= drop;
            _next -= drop;
            _lines.DropBefore(_windowStart);
        }

        if (_length > _limits.MaxRecordLength)
        {
            throw new SourceFaultException(The<F19WithinLimits>.Rule.RecordTooLong(_limits.MaxRecordLength));
        }

        if (_window.Length - _length < BlockLength + 1)
        {
            Array.Resize(ref _window, _window.Length * 2);
        }
    }

    private int Decode(ReadOnlySpan<byte> bytes, Span<char> chars)
    {
        _latin1?.Inspect(bytes, _ended);
        try
        {
            return _decoder.GetChars(bytes, chars, flush: _ended);
        }
        catch (DecoderFallbackException)
        {
            throw new SourceFaultException(The<F23HonestEncoding>.Rule.NotUtf8());
        }
    }

    private void Inspect(ReadOnlySpan<char> block)
    {
        var tag = block.LastIndexOf('<');
        _sinceTag = tag < 0 ? _sinceTag + block.Length : block.Length - tag - 1;
        if (_sinceTag > _limits.MaxTokenLength)
        {
            throw new SourceFaultException(The<F19WithinLimits>.Rule.TokenTooLong(_limits.MaxTokenLength));
        }

        if (_latin1 is null && block.Contains('\uFFFD'))
        {
            throw new SourceFaultException(The<F23HonestEncoding>.Rule.Replacement());
        }

        NoteLines(block);
    }

    private void NoteLines(ReadOnlySpan<char> block)
    {
        var offset = _windowStart + _length;
        if (_afterReturn && block[0] == '\n')
        {
            _lines.MoveLast(offset + 1);
            block = block[1..];
            offset++;
        }

        _afterReturn = false;
        while (true)
        {
            var at = block.IndexOfAny(LineBreaks);
            if (at < 0)
            {
                break;
            }

            var width = 1;
            if (block[at] == '\r')
            {
                _afterReturn = at + 1 == block.Length;
                width = !_afterReturn && block[at + 1] == '\n' ? 2 : 1;
            }

            offset += at + width;
            block = block[(at + width)..];
            _lines.Add(offset);
        }

        if (!_lines.CanCount(offset + block.Length))
        {
            throw new SourceFaultException(The<F19WithinLimits>.Rule.BeyondCounting());
        }
    }
}
