using Kpr.Core.Statistics.Auditing;
using Kpr.Core.Statistics.Rules;

namespace Kpr.Core.Statistics.Releases;

/// <summary>
/// The guard against differencing (differansesporing): tables that are safe one by one may give a count away together, by
/// different groupings of the same codes, or by populations that differ by a person. All tables on the same units are one
/// system of equations, and a new one is audited together with all earlier ones.
/// </summary>
/// <param name="rules">The primary rules of the register.</param>
/// <param name="width">How wide the interval of a hidden count must be.</param>
/// <param name="released">The tables released so far.</param>
public sealed class ReleaseLedger(PrimaryRules rules, long width, IReadOnlyList<Release> released)
{
    // An unknown for every combination of the finest codes of all variables: beyond this somebody must look himself.
    private const long MostCells = 200_000;

    /// <summary>The tables released so far.</summary>
    public IReadOnlyList<Release> Released => released;

    /// <summary>The ledger with one more table.</summary>
    public ReleaseLedger With(Release release) => new(rules, width, [.. released, release]);

    /// <summary>Judges a table that is to be released.</summary>
    public LedgerVerdict Judge(Release table)
    {
        var joint = JointTable.Of([.. released, table], MostCells);
        if (joint is null)
        {
            return new LedgerVerdict("Tabellene er for store til å vurderes sammen maskinelt.", []);
        }

        // Combinations that no release shows may well be zero, whatever becomes of zeros in tables.
        var audit = joint.Contradicts ? null : new TableAudit(joint.Layout.System, joint.Published).Run(width);
        return audit is null
            ? new LedgerVerdict("Tabellene motsier hverandre: de teller ikke de samme enhetene.", [])
            : new LedgerVerdict(null, [.. audit.Intervals.Where(interval => GivesAway(interval, joint)).Select(joint.Describe)]);
    }

    // A hidden count must be wide. One that nobody asked for may be known, but not when it is a small one.
    private bool GivesAway(CellInterval interval, JointTable joint) =>
        interval.Width < width
        && (joint.IsHidden(interval.Cell) || (interval.Lower < rules.HideBelow && (interval.Upper > 0 || rules.Zeros == ZeroPolicy.Hide)));
}
