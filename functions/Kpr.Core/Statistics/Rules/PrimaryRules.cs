using Kpr.Core.Statistics.Cells;

namespace Kpr.Core.Statistics.Rules;

/// <summary>The primary rules of a register, as data. What is not set does not apply.</summary>
public sealed record PrimaryRules
{
    /// <summary>Counts from 1 to below this are hidden. The register's default hides 1–4.</summary>
    public int HideBelow { get; init; } = 5;

    /// <summary>What becomes of zeros.</summary>
    public ZeroPolicy Zeros { get; init; } = ZeroPolicy.Publish;

    /// <summary>Fewer contributors than this hide a cell that anybody is in.</summary>
    public int? FewestContributors { get; init; }

    /// <summary>The dominance rule.</summary>
    public DominanceRule? Dominance { get; init; }

    /// <summary>The p% rule: the share p of the largest contribution, between 0 and 1, within which nobody may be able to estimate it.</summary>
    public double? PPercent { get; init; }

    /// <summary>A group of fewer persons than this that are all in one category hides that category.</summary>
    public int? CollapseBelow { get; init; }

    /// <summary>A municipality with fewer persons in the table than this is shown as a whole and not by anything else.</summary>
    public int? SmallMunicipalityBelow { get; init; }

    /// <summary>How wide the interval must be that anybody can compute for a hidden cell, in whole numbers.</summary>
    public int Width { get; init; } = 5;

    /// <summary>The least value that anybody must take a hidden cell to have.</summary>
    public long LeastHidden => Zeros == ZeroPolicy.Publish ? 1 : 0;

    /// <summary>Whether a cell may be hidden at all, be it for its own sake or for another's.</summary>
    public bool MayHide(long persons) => persons > 0 || Zeros == ZeroPolicy.Hide;

    /// <summary>Judges a cell by itself.</summary>
    public PrimaryReasons Judge(CellFacts cell)
    {
        if (cell.Persons == 0)
        {
            return Zeros == ZeroPolicy.Hide ? PrimaryReasons.Zero : PrimaryReasons.None;
        }

        var reasons = cell.Persons < HideBelow ? PrimaryReasons.Few : PrimaryReasons.None;
        if (cell.MunicipalityPersons < SmallMunicipalityBelow)
        {
            reasons |= PrimaryReasons.SmallMunicipality;
        }

        return cell.Contributors is { } contributors ? reasons | Judge(contributors) : reasons;
    }

    /// <summary>Judges all cells, each by itself and by the groups it stands in.</summary>
    /// <param name="system">The cells.</param>
    /// <param name="facts">What is known of each.</param>
    public PrimaryReasons[] Judge(CellSystem system, IReadOnlyList<CellFacts> facts)
    {
        var reasons = facts.Select(Judge).ToArray();
        foreach (var sum in system.Sums)
        {
            var all = facts[sum.Total].Persons;
            if (all > 0 && all < CollapseBelow && sum.Parts.Count > 1)
            {
                foreach (var part in sum.Parts.Where(part => facts[part].Persons == all))
                {
                    reasons[part] |= PrimaryReasons.Collapse;
                }
            }
        }

        return reasons;
    }

    /// <summary>The rules with these added: of two that ask for the same, the stricter one.</summary>
    public PrimaryRules And(PrimaryRules other) => new()
    {
        HideBelow = Math.Max(HideBelow, other.HideBelow),
        Zeros = Zeros == ZeroPolicy.Hide ? Zeros : other.Zeros,
        FewestContributors = Larger(FewestContributors, other.FewestContributors),
        Dominance = Dominance is { } mine && other.Dominance is { } theirs ? (mine.Covers(theirs) ? mine : theirs) : Dominance ?? other.Dominance,
        PPercent = PPercent is { } p && other.PPercent is { } q ? Math.Max(p, q) : PPercent ?? other.PPercent,
        CollapseBelow = Larger(CollapseBelow, other.CollapseBelow),
        SmallMunicipalityBelow = Larger(SmallMunicipalityBelow, other.SmallMunicipalityBelow),
        Width = Math.Max(Width, other.Width),
    };

    private static int? Larger(int? one, int? other) => one is { } a && other is { } b ? Math.Max(a, b) : one ?? other;

    private PrimaryReasons Judge(CellContributors contributors)
    {
        var reasons = contributors.Count < FewestContributors ? PrimaryReasons.Contributors : PrimaryReasons.None;
        if (Dominance is { } rule && contributors.Of(rule.Largest) > rule.Share * contributors.Total)
        {
            reasons |= PrimaryReasons.Dominance;
        }

        // The second largest knows its own part; what is left of the others is all that blurs the largest one.
        if (PPercent is { } p && contributors.Total - contributors.Of(2) < p * contributors.Of(1))
        {
            reasons |= PrimaryReasons.PPercent;
        }

        return reasons;
    }
}
