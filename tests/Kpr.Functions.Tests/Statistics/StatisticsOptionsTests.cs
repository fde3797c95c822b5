using Kpr.Core.Statistics.Requests;
using Kpr.Core.Statistics.Rules;
using Kpr.Functions.Preparation;
using Kpr.Functions.Tests.Applications;

namespace Kpr.Functions.Tests.Statistics;

/// <summary>Settings may tighten the profile that they name, and never loosen it.</summary>
public sealed class StatisticsOptionsTests
{
    private static readonly DateOnly Today = new(2026, 11, 1);

    [Fact]
    public void Without_settings_the_registers_standard_holds()
    {
        var rules = new StatisticsOptions().Rules("care-events", TableMeasure.Persons, Today);

        Assert.Empty(Faults(new StatisticsOptions()));
        Assert.Equal((5, 5, ZeroPolicy.Publish), (rules.HideBelow, rules.Width, rules.Zeros));
    }

    [Fact]
    public void What_is_stricter_is_taken()
    {
        var options = new StatisticsOptions
        {
            HideBelow = 8, Width = 8, Zeros = ZeroPolicy.Hide, CollapseBelow = 10, FewestContributors = 4, LargestShare = 0.8, PPercent = 0.2, SmallMunicipalityBelow = 30,
        };
        var rules = options.Rules("claims", TableMeasure.Sum, Today);

        Assert.Empty(Faults(options));
        Assert.Equal((8, 8, ZeroPolicy.Hide, 10, 4), (rules.HideBelow, rules.Width, rules.Zeros, rules.CollapseBelow, rules.FewestContributors));
        Assert.Equal((new DominanceRule(1, 0.8), 0.2, 30), (rules.Dominance, rules.PPercent, rules.SmallMunicipalityBelow));
        Assert.Equal(new DominanceRule(2, 0.8), new StatisticsOptions { Profile = "acro", LargestShare = 0.8 }.Rules("claims", TableMeasure.Contacts, Today).Dominance);
    }

    [Fact]
    public void What_is_looser_stops_the_program_and_would_change_nothing_if_it_did_not()
    {
        var options = new StatisticsOptions
        {
            Profile = "streng", HideBelow = 5, Width = 1, Zeros = ZeroPolicy.Publish, CollapseBelow = 2, FewestContributors = 2, LargestShare = 0.95, PPercent = 0.01, SmallMunicipalityBelow = 10,
        };

        Assert.Equal(
            ["CollapseBelow", "FewestContributors", "HideBelow", "LargestShare", "PPercent", "SmallMunicipalityBelow", "Width", "Zeros"],
            Faults(options).Select(fault => fault.Split(' ')[0].Split(':')[2]).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains("Kpr:Statistics:HideBelow is 5; the profile streng asks for 10 at least.", Faults(options));
        Assert.Equal(new StatisticsOptions { Profile = "streng" }.Rules("claims", TableMeasure.Sum, Today), options.Rules("claims", TableMeasure.Sum, Today));
        Assert.Contains("there is no profile «løs». Profiles: standard, streng, acro, ssb.", Assert.Single(Faults(new StatisticsOptions { Profile = "løs" })), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Faults(StatisticsOptions options) => new StatisticsOptionsValidation(new FixedClock()).Validate(null, options).Failures ?? [];
}
