using System.Text.RegularExpressions;
using Kpr.Core.Rules;

namespace Kpr.Core.Tests.Rules;

public sealed partial class RuleCatalogueTests
{
    private static readonly string Folder = Path.Combine(SharedFolder.Repository, "functions", "Kpr.Core", "Rules");

    public static TheoryData<string> Ids => [.. RuleCatalogue.All.Select(rule => rule.Id)];

    [Fact]
    public void Ids_are_unique() => Assert.Equal(RuleCatalogue.All.Count, RuleCatalogue.All.DistinctBy(rule => rule.Id).Count());

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_says_what_it_demands_and_why(string id)
    {
        var rule = RuleCatalogue.Find(id)!;

        Assert.Matches("^[FIAEK][0-9]{2}$", id);
        Assert.StartsWith(id, rule.GetType().Name, StringComparison.Ordinal);
        Assert.All([rule.Norwegian, rule.English, rule.Advice, rule.Source], text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.NotEqual(rule.Norwegian, rule.English);
        Assert.NotEqual(rule.Norwegian, rule.Advice);
        Assert.Equal(rule.Severities.Distinct(), rule.Severities);
        Assert.True(rule.ValidTo is null || rule.ValidTo > rule.ValidFrom);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_is_one_file_that_bears_its_name(string id)
    {
        var rule = RuleCatalogue.Find(id)!;
        var file = Assert.Single(Directory.GetFiles(Folder, $"{rule.GetType().Name}.cs", SearchOption.AllDirectories));

        Assert.Single(RuleClass().Matches(File.ReadAllText(file)));
        Assert.Equal(rule.GetType().Namespace!.Split('.')[^1], Path.GetFileName(Path.GetDirectoryName(file)));
    }

    [Fact]
    public void The_usual_severity_is_that_of_the_fact_sheet()
    {
        if (SharedFolder.Find("domain/data.md") is not { } sheet)
        {
            return;
        }

        var told = RuleRow().Matches(File.ReadAllText(sheet)).ToDictionary(row => row.Groups["id"].Value, row => row.Groups["severity"].Value, StringComparer.Ordinal);
        foreach (var rule in RuleCatalogue.All.Where(rule => told.ContainsKey(rule.Id)))
        {
            var expected = told[rule.Id] switch
            {
                ['R', 'F', ..] => Severity.RejectFile,
                // What rejects a part of a record drops the part and gives a warning.
                ['R', 'R', ' ', '(', ..] => Severity.Warning,
                ['R', 'R', ..] => Severity.RejectRecord,
                ['W', ..] => (Severity?)Severity.Warning,
                _ => null,
            };
            Assert.True(expected == (rule.Severities.Count == 0 ? null : rule.Severity), $"{rule.Id} is {told[rule.Id]} in the fact sheet.");
        }
    }

    [Fact]
    public void Identity_rules_are_judged_in_the_order_of_the_contract()
    {
        var order = RuleCatalogue.Of<Rule>(new DateOnly(2026, 1, 1)).Select(rule => rule.Id).Where(id => id[0] == 'I').ToList();

        Assert.Equal(["I01", "I02", "I12", "I13", "I03", "I04", "I05", "I11"], order.Take(8));
        Assert.True(order.IndexOf("I09") > order.IndexOf("I11"));
        Assert.Equal(order.IndexOf("I09") + 1, order.IndexOf("I10"));
    }

    [Fact]
    public void The_published_page_is_current()
    {
        var path = Path.Combine(SharedFolder.Repository, "docs", "rules.md");
        using var page = new StringWriter();
        RuleCataloguePage.Write(page);
        if (Environment.GetEnvironmentVariable("KPR_UPDATE_DOCS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, page.ToString());
        }

        Assert.True(
            File.Exists(path) && File.ReadAllText(path).ReplaceLineEndings("\n") == page.ToString(),
            "docs/rules.md is not current: run the tests once with KPR_UPDATE_DOCS=1.");
    }

    [GeneratedRegex(@"public sealed class [FIAEK]\d\d\w*\(")]
    private static partial Regex RuleClass();

    [GeneratedRegex(@"^\| (?<id>[FIAEK]\d\d) \|.*\| (?<severity>[^|]+) \|[^|]*\|\r?$", RegexOptions.Multiline)]
    private static partial Regex RuleRow();
}
