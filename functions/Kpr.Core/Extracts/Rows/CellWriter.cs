using System.Buffers;
using System.Buffers.Text;
using Kpr.Core.Extracts.Keys;

namespace Kpr.Core.Extracts.Rows;

/// <summary>Writes a row of CSV as bytes: commas, quotes by RFC 4180 where a cell needs them, LF. One buffer serves all rows.</summary>
internal sealed class CellWriter : IDisposable
{
    private const int LongestNumber = 20;

    private static readonly SearchValues<byte> Quoted = SearchValues.Create(",\"\r\n"u8);

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(4096);
    private int _length;

    /// <summary>The row so far, with its end.</summary>
    public ReadOnlySpan<byte> Row
    {
        get
        {
            Room(1)[0] = (byte)'\n';
            return _buffer.AsSpan(0, _length + 1);
        }
    }

    /// <summary>The row so far, without its end.</summary>
    public ReadOnlySpan<byte> Cells => _buffer.AsSpan(0, _length);

    /// <summary>Begins a row.</summary>
    public void Clear() => _length = 0;

    /// <summary>Writes a key.</summary>
    public void Key(ProjectKey key)
    {
        key.Write(Begin(ProjectKey.TextLength));
        _length += ProjectKey.TextLength;
    }

    /// <summary>Writes a number.</summary>
    public void Number(long number)
    {
        Utf8Formatter.TryFormat(number, Begin(LongestNumber), out var written);
        _length += written;
    }

    /// <summary>Writes a cell.</summary>
    /// <param name="text">Its text in UTF-8, without quotes.</param>
    public void Text(ReadOnlySpan<byte> text)
    {
        if (text.IndexOfAny(Quoted) < 0)
        {
            Written(text);
            return;
        }

        var into = Begin((2 * text.Length) + 2);
        var at = 0;
        into[at++] = (byte)'"';
        foreach (var sign in text)
        {
            into[at++] = sign;
            if (sign == '"')
            {
                into[at++] = sign;
            }
        }

        into[at++] = (byte)'"';
        _length += at;
    }

    /// <summary>Writes a cell that was written before.</summary>
    /// <param name="cell">As it stands in CSV, with quotes where it needs them.</param>
    public void Written(ReadOnlySpan<byte> cell)
    {
        cell.CopyTo(Begin(cell.Length));
        _length += cell.Length;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
        _buffer = [];
    }

    // The first cell of every table is a key, and never empty.
    private Span<byte> Begin(int length)
    {
        var room = Room(length + 1);
        if (_length == 0)
        {
            return room;
        }

        room[0] = (byte)',';
        _length++;
        return room[1..];
    }

    private Span<byte> Room(int length)
    {
        if (_buffer.Length < _length + length + 1)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(2 * _buffer.Length, _length + length + 1));
            _buffer.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
            _buffer = larger;
        }

        return _buffer.AsSpan(_length);
    }
}
