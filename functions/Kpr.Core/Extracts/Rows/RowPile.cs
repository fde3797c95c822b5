using Kpr.Core.Extracts.Sorting;

namespace Kpr.Core.Extracts.Rows;

/// <summary>Rows of a table that wait to be sorted, as <see cref="PackedRow"/> writes them.</summary>
/// <param name="table">Name of the table.</param>
internal sealed class RowPile(string table)
{
    private readonly RecordBlock _block = new();

    /// <summary>Number of rows.</summary>
    public int Count => _block.Count;

    /// <summary>Bytes that it holds.</summary>
    public long Length => _block.Length + ((long)Count * RecordBlock.PlaceLength);

    /// <summary>Takes a row.</summary>
    /// <param name="order">What it is sorted by.</param>
    /// <param name="row">The row, with its end.</param>
    /// <param name="beside">What goes with it and is not written to the file: the main diagnosis.</param>
    public void Add(RowOrder order, ReadOnlySpan<byte> row, ReadOnlySpan<byte> beside) => Add(order, [], row, beside);

    /// <summary>Takes a row in two parts.</summary>
    /// <param name="order">What it is sorted by.</param>
    /// <param name="begin">How the row begins.</param>
    /// <param name="rest">The rest of the row, with its end.</param>
    /// <param name="beside">What goes with it and is not written to the file.</param>
    public void Add(RowOrder order, ReadOnlySpan<byte> begin, ReadOnlySpan<byte> rest, ReadOnlySpan<byte> beside) =>
        PackedRow.Write(_block.Add(PackedRow.LengthOf(begin.Length + rest.Length, beside.Length)), order, begin, rest, beside);

    /// <summary>Sorts the rows and hands them out; the pile is empty afterwards, and what it handed out holds until the next time.</summary>
    public PackedRun Pack()
    {
        _block.Sort();
        var run = new PackedRun(table, _block.Run(), Count);
        _block.Clear();
        return run;
    }
}
