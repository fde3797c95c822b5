using Kpr.Core.Statistics.Cells;

namespace Kpr.Core.Statistics.Hiding;

/// <summary>A table, or several linked ones, to be protected.</summary>
/// <param name="System">The cells.</param>
/// <param name="Values">Their true values.</param>
/// <param name="Primary">Which of them tell too much themselves.</param>
/// <param name="MayHide">Which may be hidden at all; the primary ones among them.</param>
/// <param name="Least">The least value that anybody takes a hidden cell to have.</param>
/// <param name="Width">How wide the interval must be that can be computed for a hidden cell.</param>
public sealed record ProtectionTask(
    CellSystem System, IReadOnlyList<long> Values, IReadOnlyList<bool> Primary, IReadOnlyList<bool> MayHide, long Least, long Width)
{
    /// <summary>
    /// Which block each cell lies in, −1 for none: a large table is worked on block by block, with what lies between the blocks
    /// held fast, and as a whole only where that does not do. Null for a table that is small enough.
    /// </summary>
    public IReadOnlyList<int>? Blocks { get; init; }
}
