using System.Text;

namespace Kpr.Core.Register.Columns;

/// <summary>Reads the blocks of a segment, or one that is alone.</summary>
internal sealed class BlockSource : ISegmentBlocks
{
    private const int WorthSeeking = 4_096;

    private readonly Stream _segment;
    private readonly bool _isAlone;
    private byte[] _frame = new byte[1 << 10];
    private byte[] _skipped = [];
    private ColumnPlace[] _places = [];
    private long _rows;
    private long _blocks;

    private BlockSource(Stream segment, IReadOnlyList<string> names, bool isAlone) => (_segment, Names, _isAlone) = (segment, names, isAlone);

    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Opens a segment behind its first bytes.</summary>
    public static BlockSource OfSegment(Stream segment)
    {
        var frame = new byte[1 << 10];
        if (SegmentFrames.Read(segment, ref frame, out var content) != SegmentFrames.Names)
        {
            throw new SegmentDamagedException("it does not begin with the names of its columns");
        }

        var source = new ColumnSource(content);
        var names = new string[source.Count(SegmentFrames.MostColumns)];
        for (var at = 0; at < names.Length; at++)
        {
            names[at] = Encoding.UTF8.GetString(source.Take(source.Count(content.Length)));
        }

        return new BlockSource(segment, names, isAlone: false);
    }

    /// <summary>Opens a block that is alone: its columns are called by their numbers.</summary>
    public static BlockSource OfBlock(Stream block, int columns) =>
        new(block, [.. Enumerable.Range(0, columns).Select(at => at.ToString(System.Globalization.CultureInfo.InvariantCulture))], isAlone: true);

    /// <inheritdoc/>
    public int Next(ReadOnlySpan<SegmentColumn?> columns)
    {
        if (_isAlone && _blocks == 1)
        {
            return -1;
        }

        var letter = SegmentFrames.Read(_segment, ref _frame, out var content);
        var source = new ColumnSource(content);
        if (letter == SegmentFrames.End && !_isAlone)
        {
            CheckEnd(ref source);
            return -1;
        }

        if (letter != SegmentFrames.Block)
        {
            throw new SegmentDamagedException("a block is missing where one should be");
        }

        var rows = ReadHead(ref source);
        for (var at = 0; at < _places.Length; at++)
        {
            if (columns[at] is { } column)
            {
                column.Fill(_segment, rows, _places[at]);
            }
            else
            {
                Skip(_places[at].Stored);
            }
        }

        _blocks++;
        _rows += rows;
        return rows;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The stream is the caller's.
    }

    private int ReadHead(ref ColumnSource source)
    {
        var rows = source.Count(int.MaxValue);
        if (source.Count(SegmentFrames.MostColumns) != Names.Count)
        {
            throw new SegmentDamagedException("a block in it has other columns");
        }

        Array.Resize(ref _places, Names.Count);
        for (var at = 0; at < _places.Length; at++)
        {
            _places[at] = ColumnPlace.Read(ref source);
        }

        return source.IsAtEnd ? rows : throw new SegmentDamagedException("the head of a block in it is too long");
    }

    private void CheckEnd(ref ColumnSource source)
    {
        if (source.Number() != (ulong)_blocks || source.Number() != (ulong)_rows || !source.IsAtEnd)
        {
            throw new SegmentDamagedException("blocks in it are missing");
        }

        if (_segment.ReadByte() >= 0)
        {
            throw new SegmentDamagedException("something stands behind its end");
        }
    }

    private void Skip(int length)
    {
        if (length >= WorthSeeking && _segment.CanSeek)
        {
            if (_segment.Length - _segment.Position < length)
            {
                throw new SegmentDamagedException("it ends too early");
            }

            _segment.Seek(length, SeekOrigin.Current);
        }
        else if (length > 0)
        {
            SegmentFrames.Fill(_segment, ref _skipped, 0, length);
        }
    }
}
