using Kpr.Core.Statistics.Cells;

namespace Kpr.Core.Statistics.Auditing;

/// <summary>What an audit found.</summary>
/// <param name="Base">
/// A table of whole numbers that agrees with everything published; the witnesses are told by their difference from it. Null
/// when no such table was found: then no witness is wider than zero.
/// </param>
/// <param name="Intervals">The interval of every hidden cell.</param>
public sealed record AuditResult(IReadOnlyList<long>? Base, IReadOnlyList<CellInterval> Intervals)
{
    /// <summary>The hidden cells that are narrower than a width, by their interval or by their witnesses.</summary>
    public IEnumerable<CellInterval> NarrowerThan(long width) => Intervals.Where(interval => Math.Min(interval.Width, interval.WitnessWidth) < width);

    /// <summary>
    /// Whether all witnesses are what they are said to be. Nothing but adding up: every margin equation holds, every published
    /// cell has its published value, no cell is below the least value.
    /// </summary>
    /// <param name="system">The cells.</param>
    /// <param name="published">The published values; null where hidden.</param>
    /// <param name="least">The least value of a hidden cell.</param>
    public bool WitnessesHold(CellSystem system, IReadOnlyList<long?> published, long least)
    {
        if (Base is null)
        {
            return Intervals.All(interval => interval.WitnessWidth == 0);
        }

        var table = Base.ToArray();
        var sumsOf = system.SumsOf();
        return system.Sums.All(sum => table[sum.Total] == sum.Parts.Sum(part => table[part]))
            && Enumerable.Range(0, system.Count).All(cell => published[cell] is { } value ? table[cell] == value : table[cell] >= least)
            && Intervals.All(interval => Holds(interval.Cell, interval.Low) && Holds(interval.Cell, interval.High));

        bool Holds(int cell, Witness witness)
        {
            foreach (var (at, change) in witness.Move)
            {
                table[at] += change;
            }

            var holds = table[cell] == witness.Value
                && witness.Move.All(change => published[change.Key] is null && table[change.Key] >= least)
                && witness.Move.SelectMany(change => sumsOf[change.Key]).Distinct().All(sum => table[sum.Total] == sum.Parts.Sum(part => table[part]));
            foreach (var (at, change) in witness.Move)
            {
                table[at] -= change;
            }

            return holds;
        }
    }
}
