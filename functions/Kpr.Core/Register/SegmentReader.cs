using System.IO.Compression;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Register.Columns;

namespace Kpr.Core.Register;

/// <summary>
/// Reads named columns of a segment, block by block: some thousand rows. Other columns are passed over, and cost next to nothing. Segments of
/// packed CSV, as they were written before, are read as well.
/// </summary>
/// <example><code>
/// using var segment = SegmentReader.Open(content, "personKey", "kjonn");
/// while (segment.Read())
/// {
///     for (var row = 0; row &lt; segment.Rows; row++)
///     {
///         … segment[0][row] …
///     }
/// }
/// </code></example>
public sealed class SegmentReader : IDisposable
{
    private readonly ISegmentBlocks _blocks;
    private readonly SegmentColumn?[] _byPlace;
    private readonly SegmentColumn?[] _asked;

    private SegmentReader(ISegmentBlocks blocks, ReadOnlySpan<string> columns)
    {
        _blocks = blocks;
        _byPlace = new SegmentColumn?[blocks.Names.Count];
        if (columns.IsEmpty)
        {
            columns = (string[])[.. blocks.Names];
        }

        _asked = new SegmentColumn?[columns.Length];
        for (var at = 0; at < columns.Length; at++)
        {
            for (var place = 0; place < _byPlace.Length; place++)
            {
                if (blocks.Names[place] == columns[at])
                {
                    _asked[at] = _byPlace[place] ??= new SegmentColumn(columns[at]);
                    break;
                }
            }
        }
    }

    /// <summary>The names of all columns of the segment, in order.</summary>
    public IReadOnlyList<string> Names => _blocks.Names;

    /// <summary>Rows of the block.</summary>
    public int Rows { get; private set; }

    /// <summary>Opens a segment.</summary>
    /// <param name="segment">The segment as it is stored, from where the stream stands; read forwards, and left open.</param>
    /// <param name="columns">Names of the columns to read, each as often as is convenient; none for all.</param>
    /// <exception cref="SegmentDamagedException">It is none.</exception>
    public static SegmentReader Open(Stream segment, params ReadOnlySpan<string> columns) => Open(segment, mayBeText: false, columns);

    /// <summary>A column that was asked for; null when the segment has none of that name.</summary>
    /// <param name="asked">Its place among the columns asked for.</param>
    public SegmentColumn? Find(int asked) => _asked[asked];

    /// <summary>A column that was asked for.</summary>
    /// <param name="asked">Its place among the columns asked for.</param>
    /// <exception cref="SegmentDamagedException">The segment has none of that name.</exception>
    public SegmentColumn this[int asked] => _asked[asked] ?? throw new SegmentDamagedException("it lacks a column");

    /// <summary>Goes to the next block.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="SegmentDamagedException">The segment is not as it was written.</exception>
    public bool Read()
    {
        var rows = _blocks.Next(_byPlace);
        Rows = Math.Max(rows, 0);
        return rows >= 0;
    }

    /// <inheritdoc/>
    public void Dispose() => _blocks.Dispose();

    /// <summary>Opens a segment, or the text of one that was unpacked.</summary>
    internal static SegmentReader Open(Stream segment, bool mayBeText, ReadOnlySpan<string> columns)
    {
        var first = new byte[SegmentFrames.Mark.Length];
        var length = segment.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        if (length == first.Length && SegmentFrames.Mark.SequenceEqual(first))
        {
            return new SegmentReader(BlockSource.OfSegment(segment), columns);
        }

        var whole = new ConcatenatedStream(new MemoryStream(first, 0, length), segment);
        return first is [0x1F, 0x8B, ..] ? new SegmentReader(new CsvSource(new GZipStream(whole, CompressionMode.Decompress, leaveOpen: true), leaveOpen: false), columns)
            : mayBeText ? new SegmentReader(new CsvSource(whole, leaveOpen: true), columns)
            : throw new SegmentDamagedException("it does not begin as one");
    }

    /// <summary>Opens a block that is in no segment yet.</summary>
    internal static SegmentReader OfBlock(Stream block, int columns) => new(BlockSource.OfBlock(block, columns), []);
}
