using Kpr.Core.Rules;

namespace Kpr.Core.Tests.CareReport;

public sealed class CareReportRuleTests
{
    internal static readonly CareReportExample[] All = [.. CareReportFileExamples.All, .. CareUserExamples.All, .. ServiceExamples.All];

    public static TheoryData<string> Examples => [.. All.Select(example => example.ToString())];

    /// <summary>
    /// Rules that no single shipment can break: the register's memory (F14, I20, I24, A45), last year (F27, F28) and sets (F15);
    /// F16 is told by the intake alone. Their examples are in ShipmentSetTests, PersonYearTests and LastYearTests.
    /// </summary>
    private static readonly string[] ToldElsewhere = ["F14", "F15", "F16", "F27", "F28", "I20", "I24", "A45"];

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_shipment_breaks_just_the_rules_that_its_example_names(string name)
    {
        var example = All.Single(one => one.ToString() == name);
        var text = example.Text();
        var receipt = example.Judge(text);
        var expected = example.Others.Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        if (example.Breaks)
        {
            expected.Add(example.Rule);
            var finding = receipt.Findings.First(found => found.Rule == example.Rule);
            Assert.Equal((example.Severity, example.OfFile ? null : 2L, example.Field), (finding.Severity, finding.Ordinal, finding.Field));
            Assert.False(string.IsNullOrWhiteSpace(finding.Message));
            Assert.Equal(RuleCatalogue.Find(example.Rule)!.Advice, finding.Advice);
            if (example.At is { } at)
            {
                Assert.Contains(at, text.Split('\n')[(int)finding.Line!.Value - 1], StringComparison.Ordinal);
            }
        }

        Assert.Equal(expected.Order(StringComparer.Ordinal), receipt.Rules.Keys);
        Assert.Equal(receipt.Counts.Read, receipt.Counts.Accepted + receipt.Counts.Rejected + receipt.Counts.Duplicates);
    }

    [Fact]
    public void Examples_bear_different_names() => Assert.Equal(All.Length, All.DistinctBy(example => example.ToString()).Count());

    [Fact]
    public void Every_rule_of_the_report_has_examples_that_keep_it_and_that_break_it_with_each_severity()
    {
        foreach (var rule in RuleCatalogue.All.Where(rule => rule.GetType().Namespace!.EndsWith("CareReport", StringComparison.Ordinal) && !ToldElsewhere.Contains(rule.Id)))
        {
            Assert.True(All.Any(example => example.Rule == rule.Id && !example.Breaks), $"{rule.Id} has no example that keeps it.");
            foreach (var severity in rule.Severities)
            {
                Assert.True(All.Any(example => example.Rule == rule.Id && example.Breaks && example.Severity == severity), $"{rule.Id} has no example that breaks it with {severity}.");
            }
        }
    }

    [Fact]
    public void All_rules_about_the_annual_report_are_there() =>
        Assert.Equal(Enumerable.Range(1, 47).Select(number => $"A{number:00}"), RuleCatalogue.All.Select(rule => rule.Id).Where(id => id[0] == 'A'));
}
