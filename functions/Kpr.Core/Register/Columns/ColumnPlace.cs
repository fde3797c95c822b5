namespace Kpr.Core.Register.Columns;

/// <summary>Where the bytes of a column lie in a block, and in what form.</summary>
/// <param name="Kind">The form.</param>
/// <param name="Stored">Length as it lies there.</param>
/// <param name="Length">Length unpacked; the same where it is not packed.</param>
/// <param name="IsPacked">Whether it is packed.</param>
/// <param name="Sum">Sum of the bytes as they lie there.</param>
internal readonly record struct ColumnPlace(ColumnKind Kind, int Stored, int Length, bool IsPacked, uint Sum)
{
    private const int Packed = 0x80;

    /// <summary>Writes it.</summary>
    public void Write(ColumnBytes into)
    {
        into.Byte((int)Kind | (IsPacked ? Packed : 0));
        if (Kind != ColumnKind.Empty)
        {
            into.Number((ulong)Stored);
            into.Fixed(Sum);
            if (IsPacked)
            {
                into.Number((ulong)Length);
            }
        }
    }

    /// <summary>Reads it.</summary>
    public static ColumnPlace Read(ref ColumnSource source)
    {
        var first = source.Byte();
        var kind = (ColumnKind)(first & ~Packed);
        if (kind == ColumnKind.Empty)
        {
            return default;
        }

        if (kind > ColumnKind.Numbers)
        {
            throw new SegmentDamagedException("a column in it has an unknown form");
        }

        var stored = source.Count(ColumnWriter.MostBytes);
        var sum = source.Fixed();
        var packed = first >= Packed;
        return new ColumnPlace(kind, stored, packed ? source.Count(ColumnWriter.MostBytes) : stored, packed, sum);
    }
}
