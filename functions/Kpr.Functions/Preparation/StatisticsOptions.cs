using Kpr.Core.Statistics.Requests;
using Kpr.Core.Statistics.Rules;

namespace Kpr.Functions.Preparation;

/// <summary>
/// The rules by which tables of the register are protected, as settings: section <c>Kpr:Statistics</c>. A profile of vernregler.csv, and what may be
/// stricter than it; nothing may be looser (<see cref="StatisticsOptionsValidation"/>).
/// </summary>
public sealed class StatisticsOptions
{
    /// <summary>Code of the register whose rules hold.</summary>
    public const string Register = "kpr";

    /// <summary>Name of the profile. Default: <c>standard</c>.</summary>
    public string Profile { get; set; } = ProtectionRules.Standard;

    /// <summary>Counts of persons from 1 to below this are hidden; null for what the profile says.</summary>
    public int? HideBelow { get; set; }

    /// <summary>How wide the interval of every hidden cell must be; null for what the profile says.</summary>
    public int? Width { get; set; }

    /// <summary>What becomes of zeros; null for what the profile says.</summary>
    public ZeroPolicy? Zeros { get; set; }

    /// <summary>A group of fewer persons than this that are all in one category hides that category; null for what the profile says.</summary>
    public int? CollapseBelow { get; set; }

    /// <summary>Fewer providers than this behind a cell hide it; null for what the profile says.</summary>
    public int? FewestContributors { get; set; }

    /// <summary>A single provider with more than this share of a cell hides it, between 0 and 1; null for what the profile says.</summary>
    public double? LargestShare { get; set; }

    /// <summary>The share of the p% rule, between 0 and 1; null for what the profile says.</summary>
    public double? PPercent { get; set; }

    /// <summary>A municipality with fewer persons in a table than this is shown as a whole only; null for what the profile says.</summary>
    public int? SmallMunicipalityBelow { get; set; }

    /// <summary>The rules for tables of a dataset that count something, on a day.</summary>
    /// <exception cref="InvalidOperationException">There is no such profile: the program does not start with such settings.</exception>
    public PrimaryRules Rules(string dataset, TableMeasure measure, DateOnly day)
    {
        var profile = ProtectionRules.Default.Of(Register, Profile, dataset, measure, day) ?? throw new InvalidOperationException($"There is no profile {Profile}.");

        // What is looser than the profile says changes nothing here, whatever was validated.
        return profile.And(profile with
        {
            HideBelow = HideBelow ?? profile.HideBelow,
            Width = Width ?? profile.Width,
            Zeros = Zeros ?? profile.Zeros,
            CollapseBelow = CollapseBelow ?? profile.CollapseBelow,
            FewestContributors = FewestContributors ?? profile.FewestContributors,
            Dominance = Tightened(profile.Dominance),
            PPercent = PPercent ?? profile.PPercent,
            SmallMunicipalityBelow = SmallMunicipalityBelow ?? profile.SmallMunicipalityBelow,
        });
    }

    // Where the profile looks at several of the largest, the share of one is theirs too: what one has, they have together.
    private DominanceRule? Tightened(DominanceRule? profile) =>
        LargestShare is not { } share ? profile : profile is { } rule ? rule with { Share = share } : new DominanceRule(1, share);
}
