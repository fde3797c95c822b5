using Kpr.Core.Statistics.Auditing;
using Kpr.Core.Statistics.Rules;

namespace Kpr.Core.Statistics.Releases;

/// <summary>
/// The guard against differencing (differansesporing): tables that are safe one by one may give a count away together, by
/// different groupings of the same codes, by filters, or by populations that differ by a person. All tables on the same units are one
/// system of equations, and a new one is audited together with all earlier ones. Where these are too large together, with each of them; and
/// where two are, over the variables that both have, which is where one can be subtracted from the other.
/// </summary>
/// <param name="rules">The primary rules of the register.</param>
/// <param name="width">How wide the interval of a hidden count must be.</param>
/// <param name="released">The tables released so far.</param>
public sealed class ReleaseLedger(PrimaryRules rules, long width, IReadOnlyList<Release> released)
{
    // An unknown for every combination of codes that releases tell apart: beyond this somebody must look himself.
    private const long MostCells = 4_000;
    private const long MostSharedCells = 40_000;

    /// <summary>The tables released so far.</summary>
    public IReadOnlyList<Release> Released => released;

    /// <summary>
    /// A count below this that no table shows, and that follows from several, is given away. Default: what the rules hide. Of contacts more must
    /// be behind a count before it is taken to be of enough persons, and of sums nothing can be told.
    /// </summary>
    public long Small { get; init; } = rules.HideBelow;

    /// <summary>The ledger with one more table.</summary>
    public ReleaseLedger With(Release release) => new(rules, width, [.. released, release]) { Small = Small };

    /// <summary>Judges a table that is to be released.</summary>
    public LedgerVerdict Judge(Release table)
    {
        if (JointTable.Of([.. released, table], MostCells) is { } all)
        {
            return Judge(all);
        }

        foreach (var earlier in released)
        {
            var pair = JointTable.Of([earlier, table], MostCells) ?? JointTable.Of([earlier.SharedWith(table), table.SharedWith(earlier)], MostSharedCells);
            var verdict = pair is not null
                ? Judge(pair)
                : new LedgerVerdict($"Tabellen er for stor til å vurderes maskinelt sammen med {earlier.Id}.", []);
            if (!verdict.MayRelease)
            {
                return verdict;
            }
        }

        return new LedgerVerdict(null, []);
    }

    private LedgerVerdict Judge(JointTable joint)
    {
        // Combinations that no release shows may well be zero, whatever becomes of zeros in tables.
        var narrow = joint.Contradicts ? null : new TableAudit(joint.Layout.System, joint.Published).NarrowerThan(width);
        return narrow is null
            ? new LedgerVerdict("Tabellene motsier hverandre: de teller ikke de samme enhetene.", [])
            : new LedgerVerdict(null, [.. narrow.Where(cell => GivesAway(cell.Cell, cell.Lower, cell.Upper, joint)).Select(cell => joint.Describe(cell.Cell, cell.Lower, cell.Upper))]);
    }

    // A hidden count must be wide. One that nobody asked for may be known, but not when it is a small one.
    private bool GivesAway(int cell, long lower, long upper, JointTable joint) =>
        joint.IsHidden(cell) || (lower < Small && upper > 0);
}
