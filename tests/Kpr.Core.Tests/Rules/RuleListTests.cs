using Kpr.Core.Rules;

namespace Kpr.Core.Tests.Rules;

/// <summary>The rules of the fact sheet's chapter 9: 155, in five groups without gaps.</summary>
public sealed class RuleListTests
{
    // What the register cannot judge yet, and why: each falls out of here with its rule.
    private static readonly string[] NotYet =
    [
        "F05", "F06", // signatures and certificates end at the transport, which tells the intake nothing of them
        "I16", "I17", "K31", // the population register
        "K37", // objections registered apart from files
    ];

    // Kept by what the register does, without a finding.
    private static readonly string[] Filters = ["A43", "E13", "K25", "K38"];

    // Told by the intake alone, where shipments wait for each other.
    private static readonly string[] ToldByTheIntake = ["F16"];

    private static readonly string[] Sheet = [.. Ids('F', 28), .. Ids('I', 28), .. Ids('A', 47), .. Ids('E', 14), .. Ids('K', 38)];

    public static TheoryData<string> Judged => [.. RuleCatalogue.All.Select(rule => rule.Id).Except(Filters).Except(ToldByTheIntake)];

    [Fact]
    public void The_catalogue_holds_the_rules_of_the_fact_sheet_and_no_other()
    {
        Assert.Equal(155, Sheet.Length);
        Assert.Equal(Sheet.Except(NotYet), RuleCatalogue.All.Select(rule => rule.Id));
    }

    [Fact]
    public void Rules_without_a_finding_are_those_that_the_register_keeps_itself() =>
        Assert.Equal(Filters, RuleCatalogue.All.Where(rule => rule.Severities.Count == 0).Select(rule => rule.Id));

    [Theory]
    [MemberData(nameof(Judged))]
    public void A_rule_speaks_where_it_is_broken_and_is_silent_where_it_is_kept(string rule)
    {
        var evidence = RuleEvidence.Of(rule);

        Assert.True(evidence is not null, $"There is no evidence about {rule}.");
        Assert.Contains(rule, evidence.Value.Broken());
        Assert.DoesNotContain(rule, evidence.Value.Kept());
    }

    private static IEnumerable<string> Ids(char group, int count) =>
        Enumerable.Range(1, count).Select(number => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{group}{number:00}"));
}
