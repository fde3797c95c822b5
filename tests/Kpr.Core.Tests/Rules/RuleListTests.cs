using System.Text.RegularExpressions;
using Kpr.Core.Rules;

namespace Kpr.Core.Tests.Rules;

/// <summary>The rules of the fact sheet's chapter 9: 155, in five groups without gaps.</summary>
public sealed partial class RuleListTests
{
    // Kept by what the register does, without a finding.
    private static readonly string[] Filters = ["A43", "E13", "K25", "K37", "K38"];

    // Told by the intake alone, where shipments wait for each other.
    private static readonly string[] ToldByTheIntake = ["F16"];

    private static readonly string[] Sheet = [.. Ids('F', 28), .. Ids('I', 28), .. Ids('A', 47), .. Ids('E', 14), .. Ids('K', 38)];

    public static TheoryData<string> Judged => [.. RuleCatalogue.All.Select(rule => rule.Id).Except(Filters).Except(ToldByTheIntake)];

    [Fact]
    public void The_catalogue_holds_the_rules_of_the_fact_sheet_and_no_other()
    {
        Assert.Equal(155, Sheet.Length);
        Assert.Equal(Sheet, RuleCatalogue.All.Select(rule => rule.Id));
    }

    // The sheet itself, where it is at hand: each rule has a row that begins with its id.
    [Fact]
    public void The_list_is_that_of_the_fact_sheet()
    {
        if (SharedFolder.Find("domain/data.md") is { } sheet)
        {
            var rows = File.ReadLines(sheet).SkipWhile(line => !line.StartsWith("## 9.", StringComparison.Ordinal)).Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal));
            Assert.Equal(Sheet, rows.Where(row => RuleRow().IsMatch(row)).Select(row => row[2..5]));
        }
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

    [GeneratedRegex(@"^\| [FIAEK][0-9]{2} \|")]
    private static partial Regex RuleRow();

    private static IEnumerable<string> Ids(char group, int count) =>
        Enumerable.Range(1, count).Select(number => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{group}{number:00}"));
}
