using System.Globalization;
using System.Text;
using Kpr.Core.Formats;
using Kpr.Core.Register.Columns;

namespace Kpr.Core.Register;

/// <summary>
/// Writes a segment: of the blocks that chunks were judged into, as they are, or of rows. The same blocks or rows give the same bytes. It is no
/// segment before it is finished.
/// </summary>
public sealed class SegmentWriter
{
    /// <summary>Rows of a block that is made of rows.</summary>
    public const int RowsAtOnce = 4_096;

    private readonly Stream _target;
    private readonly int _columns;
    private readonly BlockWriter _block = new();
    private readonly ColumnBytes _frame = new();
    private long _blocks;

    /// <summary>Begins a segment.</summary>
    /// <param name="target">Takes it; left open.</param>
    /// <param name="layout">The layout of its rows.</param>
    public SegmentWriter(Stream target, RegisterLayout layout)
        : this(target, [.. SegmentRows.LeadingColumns.Concat(layout.Columns).Select(column => column.Name)])
    {
    }

    /// <summary>Begins a segment.</summary>
    /// <param name="target">Takes it; left open.</param>
    /// <param name="names">The names of its columns, ordinal and person key first.</param>
    public SegmentWriter(Stream target, IReadOnlyList<string> names)
    {
        (_target, _columns) = (target, names.Count);
        var content = new ColumnBytes();
        content.Number((ulong)names.Count);
        foreach (var name in names)
        {
            var bytes = Encoding.UTF8.GetBytes(name);
            content.Number((ulong)bytes.Length);
            content.Bytes(bytes);
        }

        target.Write(SegmentFrames.Mark);
        Write(SegmentFrames.Names, content.Written);
    }

    /// <summary>Number of rows so far.</summary>
    public long Rows { get; private set; }

    /// <summary>Adds a block.</summary>
    /// <param name="block">A block that <see cref="SegmentRows"/> made; empty for one without rows.</param>
    /// <exception cref="SegmentDamagedException">It is none, or one of other columns.</exception>
    public void Append(ReadOnlySpan<byte> block)
    {
        if (block.IsEmpty)
        {
            return;
        }

        Flush();
        Put(block);
    }

    /// <summary>Adds a row.</summary>
    public void Add(SegmentRow row)
    {
        _block.Begin(_columns);
        _block.Add(0, row.Ordinal.ToString(CultureInfo.InvariantCulture));
        _block.Add(1, row.PersonKey);
        for (var at = 2; at < _columns; at++)
        {
            _block.Add(at, row.Values[at - 2]);
        }

        if (_block.Rows == RowsAtOnce)
        {
            Flush();
        }
    }

    /// <summary>Ends the segment.</summary>
    /// <returns>Number of its rows.</returns>
    public long Finish()
    {
        Flush();
        var content = new ColumnBytes();
        content.Number((ulong)_blocks);
        content.Number((ulong)Rows);
        Write(SegmentFrames.End, content.Written);
        return Rows;
    }

    private void Flush()
    {
        if (_block.Rows > 0)
        {
            Put(_block.Finish());
        }
    }

    private void Put(ReadOnlySpan<byte> block)
    {
        var (rows, columns) = SegmentFrames.ShapeOf(block);
        if (columns != _columns)
        {
            throw new SegmentDamagedException("a block for it has other columns");
        }

        _target.Write(block);
        _blocks++;
        Rows += rows;
    }

    private void Write(byte letter, ReadOnlySpan<byte> content)
    {
        _frame.Clear();
        SegmentFrames.Write(letter, content, _frame);
        _target.Write(_frame.Written);
    }
}
