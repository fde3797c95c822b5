using Kpr.Core.Catalogue;
using Kpr.Core.Catalogue.Loading;
using Kpr.Core.Statistics.Requests;
using Kpr.Core.Statistics.Rules;

namespace Kpr.Core.Tests.Statistics;

public sealed class ProtectionRulesTests
{
    private const string Header = "register;profil;datasett;mal;regel;parametre;fra;til;kilde\n";
    private const string Whole = "kpr;x;;;hide-below;below=5;;;k\nkpr;x;;;zeros;policy=publish;;;k\nkpr;x;;;width;least=5;;;k\n";

    private static readonly DateOnly Today = new(2026, 11, 1);

    [Theory]
    [InlineData("standard", 5, ZeroPolicy.Publish)]
    [InlineData("streng", 10, ZeroPolicy.Hide)]
    [InlineData("acro", 10, ZeroPolicy.Hide)]
    [InlineData("ssb", 3, ZeroPolicy.Publish)]
    public void The_registers_profiles_are_data_and_the_standard_hides_one_to_four(string profile, int below, ZeroPolicy zeros)
    {
        var rules = ProtectionRules.Default.Of("kpr", profile, "care-events", TableMeasure.Persons, Today)!;

        Assert.Equal((below, zeros), (rules.HideBelow, rules.Zeros));
        Assert.Null(rules.PPercent);
        Assert.Null(rules.FewestContributors);
    }

    [Fact]
    public void What_is_for_claims_or_sums_alone_is_added_to_what_is_for_all()
    {
        var sums = ProtectionRules.Default.Of("kpr", "standard", "claims", TableMeasure.Sum, Today)!;
        var strict = ProtectionRules.Default.Of("kpr", "streng", "claims", TableMeasure.Contacts, Today)!;

        Assert.Equal((5, 3, 0.1), (sums.HideBelow, sums.FewestContributors, sums.PPercent));
        Assert.Equal(new DominanceRule(1, 0.9), strict.Dominance);
        Assert.Equal((50, 20, 10), (strict.SmallMunicipalityBelow, strict.CollapseBelow, strict.Width));
        Assert.Null(ProtectionRules.Default.Of("kpr", "finnes ikke", "claims", TableMeasure.Sum, Today));
        Assert.Equal(["standard", "streng", "acro", "ssb"], ProtectionRules.Default.ProfilesOf("kpr"));
    }

    [Fact]
    public void A_rule_holds_in_its_period_and_of_two_the_stricter_one()
    {
        var rules = Read(Whole + "kpr;x;claims;;hide-below;below=8;2026-01-01;2026-12-31;k\nkpr;x;claims;;hide-below;below=3;2027-01-01;;k\n", out var faults)!;

        Assert.Empty(faults);
        Assert.Equal(8, rules.Of("kpr", "x", "claims", TableMeasure.Persons, Today)!.HideBelow);
        Assert.Equal(5, rules.Of("kpr", "x", "claims", TableMeasure.Persons, Today.AddYears(1))!.HideBelow);
        Assert.Equal(5, rules.Of("kpr", "x", "care-events", TableMeasure.Persons, Today)!.HideBelow);
    }

    [Theory]
    [InlineData("kpr;x;;;hidebelow;below=5;;;k", "linje 5, parametre: Det finnes ingen regel «hidebelow». Regler: hide-below,")]
    [InlineData("kpr;x;;;collapse;n=5;;;k", "«collapse» skal ha below, og bare det")]
    [InlineData("kpr;x;;;collapse;below=1;;;k", "har en verdi utenfor det «collapse» tillater")]
    [InlineData("kpr;x;;;dominance;n=6 share=0.9;;;k", "har en verdi utenfor")]
    [InlineData("kpr;x;;;dominance;n=2 share=1.9;;;k", "har en verdi utenfor")]
    [InlineData("kpr;x;;;p-percent;p=0.1 p=0.2;;;k", "eller står to ganger")]
    [InlineData("kpr;x;;;hide-below;below=7;2026-01-01;;k", "«hide-below» i x står også på linje 2")]
    [InlineData("kpr;x;lonn;;p-percent;p=0.1;;;k", "ikke noe datasett «lonn»")]
    [InlineData("kpr;x;;median;p-percent;p=0.1;;;k", "«median» telles ikke")]
    [InlineData("kpr;x;;2;p-percent;p=0.1;;;k", "«2» telles ikke")]
    [InlineData("kpr;x;;;p-percent;p=0.1;1. mai;;k", "«1. mai» er ikke en dag")]
    [InlineData("kpr;x;;;p-percent;p=0.1;2026-02-01;2026-01-01;k", "går bakover")]
    [InlineData("kpr;x;;;p-percent;p=0.1;;;", "Kilden mangler")]
    [InlineData("kpr;y;;;p-percent;p=0.1;;;k", "Profilen «y» i kpr mangler «hide-below» for alle datasett til enhver tid")]
    [InlineData("kpr;x;;;dominance;n=2 share=0.9;;;k\nkpr;x;claims;;dominance;n=1 share=0.8;;;k", "er ingen den strengeste")]
    public void What_is_wrong_is_told_by_line_and_column(string row, string expected)
    {
        Assert.Null(Read($"{Whole}{row}\n", out var faults));
        Assert.Contains(faults, fault => fault.ToString().Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void A_profile_must_say_for_every_day_what_is_hidden()
    {
        Assert.Null(Read(Whole.Replace("below=5;;", "below=5;;2026-12-31", StringComparison.Ordinal), out var faults));
        Assert.Contains("mangler «hide-below»", Assert.Single(faults).Message, StringComparison.Ordinal);
        Assert.NotNull(Read(Whole.Replace("below=5;;;k", "below=5;;2026-12-31;k\nkpr;x;;;hide-below;below=7;2027-01-01;;k", StringComparison.Ordinal), out _));
        Assert.Null(Read("kpr;x\n", out faults, "register;profil\n"));
        Assert.Contains(faults, fault => fault is { Column: "regel", Message: "Kolonnen mangler." });
    }

    private static ProtectionRules? Read(string rows, out List<ReferenceFault> faults, string header = Header) =>
        ProtectionRules.Read(ReferenceTable.Parse("regler.csv", header + rows), faults = []);
}
