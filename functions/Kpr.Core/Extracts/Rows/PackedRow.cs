using System.Buffers.Binary;

namespace Kpr.Core.Extracts.Rows;

/// <summary>
/// A row of an extract as a record that can be sorted: what it is sorted by (<see cref="RowOrder"/>), the lengths of the row and of what goes with it, both as bytes.
/// Rows that nothing tells apart stand in the order of their bytes, so that the way they came in leaves no trace.
/// </summary>
internal readonly ref struct PackedRow
{
    private const int HeadLength = RowOrder.Length + sizeof(int) + sizeof(ushort);

    private PackedRow(RowOrder order, ReadOnlySpan<byte> row, ReadOnlySpan<byte> beside)
    {
        Order = order;
        Row = row;
        Beside = beside;
    }

    /// <summary>What the row is sorted by.</summary>
    public RowOrder Order { get; }

    /// <summary>The row, with its end.</summary>
    public ReadOnlySpan<byte> Row { get; }

    /// <summary>What goes with it and is not written to the file: the main diagnosis.</summary>
    public ReadOnlySpan<byte> Beside { get; }

    /// <summary>Length of the record of a row.</summary>
    public static int LengthOf(int row, int beside) => HeadLength + row + beside;

    /// <summary>Writes the record of a row.</summary>
    /// <param name="record">Takes it.</param>
    /// <param name="order">What the row is sorted by.</param>
    /// <param name="begin">How the row begins.</param>
    /// <param name="rest">The rest of the row, with its end.</param>
    /// <param name="beside">What goes with it.</param>
    public static void Write(Span<byte> record, RowOrder order, ReadOnlySpan<byte> begin, ReadOnlySpan<byte> rest, ReadOnlySpan<byte> beside)
    {
        order.Write(record);
        var length = begin.Length + rest.Length;
        BinaryPrimitives.WriteInt32BigEndian(record[RowOrder.Length..], length);
        BinaryPrimitives.WriteUInt16BigEndian(record[(RowOrder.Length + sizeof(int))..], checked((ushort)beside.Length));
        begin.CopyTo(record[HeadLength..]);
        rest.CopyTo(record[(HeadLength + begin.Length)..]);
        beside.CopyTo(record[(HeadLength + length)..]);
    }

    /// <summary>Reads the record of a row.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static PackedRow Read(ReadOnlySpan<byte> record)
    {
        var length = record.Length < HeadLength ? -1 : BinaryPrimitives.ReadInt32BigEndian(record[RowOrder.Length..]);
        if (length < 0 || record.Length - HeadLength - length != BinaryPrimitives.ReadUInt16BigEndian(record[(RowOrder.Length + sizeof(int))..]))
        {
            throw new InvalidDataException("A run of an extract has a record that is no row.");
        }

        return new PackedRow(RowOrder.Read(record), record.Slice(HeadLength, length), record[(HeadLength + length)..]);
    }
}
