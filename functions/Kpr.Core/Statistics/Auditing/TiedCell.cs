namespace Kpr.Core.Statistics.Auditing;

/// <summary>A cell whose value follows from that of another one: sign · value + offset.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Sign">1 where it grows with the other one, −1 where it shrinks.</param>
/// <param name="Offset">What is added.</param>
internal readonly record struct TiedCell(int Cell, int Sign, long Offset)
{
    /// <summary>Its value by that of the other one.</summary>
    public long Value(long other) => (Sign * other) + Offset;

    /// <summary>Its bounds by those of the other one.</summary>
    public (long Lower, long Upper) Values(long lower, long upper) => Sign > 0 ? (Value(lower), Value(upper)) : (Value(upper), Value(lower));
}
