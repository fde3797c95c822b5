using Kpr.Core.Receipts;
using Kpr.Core.Rules;
using Kpr.Core.Tests.CareEvents;

namespace Kpr.Core.Tests.Rules;

public sealed class RuleExampleTests
{
    internal static readonly RuleExample[] All = [.. PersonRuleExamples.All, .. CareEventRuleExamples.All, .. SchoolHealthRuleExamples.All, .. FileRuleExamples.All];

    // Rules with examples of their own elsewhere in the tests. Each line falls when its rules come into the table.
    private static readonly Func<Rule, bool>[] ToldElsewhere =
    [
        rule => rule.Id is "F17" or "F26" || rule.Id[0] == 'K', // claims
        rule => rule.Id is "F08", // the register's memory
        rule => rule.Id is "F05" or "F06", // the transport: TransportJudgeTests
        rule => rule.Id is "I16" or "I17", // the population register: KnownPersonsTests
        rule => rule.Id is "F25", // files of 200 records: HeldFileTests
        rule => rule.Id is "E14", // the register: LastYearTests
        rule => rule.GetType().Namespace!.EndsWith(".CareReport", StringComparison.Ordinal), // the annual report: CareReportRuleTests
    ];

    public static TheoryData<string> Examples => [.. All.Select(example => example.ToString())];

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_file_breaks_just_the_rules_that_its_example_names(string name)
    {
        var example = All.Single(one => one.ToString() == name);
        var receipt = example.Judge();
        var expected = example.Others.Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        if (example.Breaks)
        {
            expected.Add(example.Rule);
            AssertFinding(example, receipt);
        }

        Assert.Equal(expected.Order(StringComparer.Ordinal), receipt.Rules.Keys);
        AssertCounts(receipt);
    }

    [Fact]
    public void Examples_bear_different_names() => Assert.Equal(All.Length, All.DistinctBy(example => example.ToString()).Count());

    [Fact]
    public void Every_rule_has_an_example_that_keeps_it_and_one_that_breaks_it()
    {
        foreach (var rule in RuleCatalogue.All.Where(rule => !ToldElsewhere.Any(told => told(rule))))
        {
            Assert.True(All.Any(example => example.Rule == rule.Id && !example.Breaks), $"{rule.Id} has no example that keeps it.");
            Assert.True(All.Any(example => example.Rule == rule.Id && example.Breaks) || rule.Severities.Count == 0, $"{rule.Id} has no example that breaks it.");
        }
    }

    [Fact]
    public void Every_severity_of_a_rule_has_an_example()
    {
        // Claims alone have I01 and I02 that reject the record for a missing number.
        var missing = RuleCatalogue.All.Where(rule => !ToldElsewhere.Any(told => told(rule)))
            .SelectMany(rule => rule.Severities.Select(severity => (rule.Id, severity)))
            .Except(All.Where(example => example.Breaks).Select(example => (example.Rule, example.Severity)));

        Assert.Equal([("I01", Severity.RejectRecord)], missing);
    }

    private static void AssertFinding(RuleExample example, Receipt receipt)
    {
        var finding = receipt.Findings.First(found => found.Rule == example.Rule);
        Assert.Equal(
            (example.Severity, example.Ordinal, example.Line, example.Field),
            (finding.Severity, finding.Ordinal, finding.Line, finding.Field));
        Assert.False(string.IsNullOrWhiteSpace(finding.Message));
        Assert.Equal(RuleCatalogue.Find(example.Rule)!.Advice, finding.Advice);
        if (finding.RecordId is not null && example.Rule != "E02")
        {
            Assert.Equal(CareEventDocument.Id((int)finding.Ordinal!).ToString(), finding.RecordId);
        }
    }

    // What the findings cost follows from their severities, whatever the rule.
    private static void AssertCounts(Receipt receipt)
    {
        var counts = receipt.Counts;
        var rejectsFile = receipt.Findings.Any(finding => finding.Severity == Severity.RejectFile);
        var rejected = receipt.Findings.Where(finding => finding.Severity == Severity.RejectRecord).Select(finding => finding.Ordinal).Distinct().Count();
        Assert.Equal(counts.Read, counts.Accepted + counts.Rejected + counts.Duplicates);
        Assert.Equal(rejectsFile ? counts.Read : rejected, counts.Rejected);
        Assert.Equal(
            rejectsFile ? ReceiptStatus.Rejected : rejected > 0 ? ReceiptStatus.PartlyAccepted : ReceiptStatus.Accepted, receipt.Status);
        Assert.Equal(receipt.Findings.Count(finding => finding.Severity == Severity.Warning), counts.Warnings);
        Assert.Equal(receipt.Findings.Count, receipt.Rules.Values.Sum());
        Assert.Equal(receipt.Findings.Order(Finding.ReceiptOrder), receipt.Findings);
    }
}
