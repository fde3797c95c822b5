using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Kpr.Core.Receipts;
using Kpr.Core.Receipts.Pages;
using Kpr.Core.Rules;

namespace Kpr.Core.Tests.Receipts;

public sealed class ReceiptPageTests
{
    private const string Script = "<script>document.title='x'</script>\"'><img src=x onerror=alert(1)>&amp;]]>{{7*7}}";

    public static TheoryData<string> Ids => [.. RuleCatalogue.All.Select(rule => rule.Id)];

    [Fact]
    public void A_page_says_in_words_what_became_of_the_file_and_what_to_do()
    {
        var page = Read(ReceiptPage.Write(ReceiptExample.With(ReceiptStatus.PartlyAccepted, ("I03", Severity.RejectRecord, 3), ("A26", Severity.Warning, 1))));
        var text = page.Root!.Value;

        Assert.Contains("Delvis mottatt", text, StringComparison.Ordinal);
        Assert.Contains("4\u00A0000 av 5\u00A0000 hendelser er lagret", text, StringComparison.Ordinal);
        Assert.Contains(RuleCatalogue.Find("I03")!.Norwegian, text, StringComparison.Ordinal);
        Assert.Contains(RuleCatalogue.Find("I03")!.Advice, text, StringComparison.Ordinal);
        Assert.Contains("00000000-0000-0000-0000-000000000002", text, StringComparison.Ordinal);
        Assert.Contains("0301 Oslo", text, StringComparison.Ordinal);
        Assert.Contains("12.01.2026 kl. 10:30", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReceiptStatus.Accepted, "Mottatt", "Dere trenger ikke gjøre noe")]
    [InlineData(ReceiptStatus.Rejected, "Avvist", "send hele filen på nytt")]
    [InlineData(ReceiptStatus.Held, "Satt på vent", "ny kvittering")]
    public void Each_status_has_its_own_words(ReceiptStatus status, string heading, string advice)
    {
        var notice = Read(ReceiptPage.Write(ReceiptExample.Accepted with { Status = status })).Descendants("div").First(div => (string?)div.Attribute("role") == "status");

        Assert.StartsWith(heading, notice.Value.Trim(), StringComparison.Ordinal);
        Assert.Contains(advice, notice.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_ten_most_frequent_rules_stand_first_by_count()
    {
        var rules = RuleCatalogue.All.Where(rule => rule.Severities.Count > 0).Take(14).Select((rule, at) => (rule.Id, rule.Severity, at + 1)).ToArray();
        var table = Read(ReceiptPage.Write(ReceiptExample.With(ReceiptStatus.PartlyAccepted, rules))).Descendants("table").ElementAt(1);

        Assert.Equal("De ti vanligste feilene, etter antall", table.Element("caption")!.Value);
        Assert.Equal(Enumerable.Range(5, 10).Reverse().Select(count => count.ToString(CultureInfo.InvariantCulture)), table.Element("tbody")!.Elements("tr").Select(row => row.Elements("td").First().Value));
    }

    [Fact]
    public void Script_in_every_field_is_shown_as_text()
    {
        var finding = new Finding("I03", Severity.RejectRecord, 1, 1, Script, Script, Script, Script);
        var page = Read(ReceiptPage.Write(ReceiptExample.Accepted with
        {
            File = new ReceiptFile(Script, Script, 1, Script, Script, Script, Script, Script),
            Status = ReceiptStatus.Rejected,
            Rules = new SortedDictionary<string, long>(StringComparer.Ordinal) { ["I03"] = 1, [Script] = 2 },
            Findings = [finding, finding with { Rule = Script }],
        }));

        Assert.DoesNotContain(page.Descendants(), element => element.Name.LocalName is "script" or "img" or "iframe" or "object" or "link" or "form");
        Assert.DoesNotContain(page.Descendants().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name.LocalName == "src");
        Assert.All(page.Descendants("a").Attributes("href"), href => Assert.StartsWith("#", href.Value, StringComparison.Ordinal));
        Assert.Contains(Script, page.Root!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void What_no_page_can_hold_and_what_turns_text_is_replaced()
    {
        var page = Read(ReceiptPage.Write(ReceiptExample.Accepted with { File = ReceiptExample.Accepted.File with { Name = "a\u0001b\u202Ec\uFFFFd\uD800e\u0085f🙂.xml" } }));

        Assert.Contains("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf🙂.xml", page.Descendants("h1").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Norwegian_letters_are_shown_as_they_are()
    {
        var page = ReceiptPage.Write(ReceiptExample.Accepted with { File = ReceiptExample.Accepted.File with { Name = "Blåbærgrød på Ærøy.xml" } });

        Assert.Contains("<h1>Kvittering for Blåbærgrød på Ærøy.xml</h1>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_receipt_with_very_many_findings_stays_a_page_that_can_be_opened()
    {
        var rules = RuleCatalogue.All.Where(rule => rule.Severities.Count > 0).Select(rule => (rule.Id, rule.Severity, 500)).ToArray();
        var page = ReceiptPage.Write(ReceiptExample.With(ReceiptStatus.PartlyAccepted, rules));

        Assert.True(page.Length < 1_000_000, $"{page.Length} characters");
        Assert.Equal(rules.Length, Read(page).Descendants("section").Count());
        Assert.Contains("500 funn til", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_tells_people_what_is_demanded_what_to_do_and_who_can(string id)
    {
        var rule = RuleCatalogue.Find(id)!;
        var severity = rule.Severities.Count > 0 ? rule.Severity : Severity.Warning;
        var text = Read(ReceiptPage.Write(ReceiptExample.With(ReceiptStatus.PartlyAccepted, (id, severity, 1)))).Root!.Value;

        Assert.All([rule.Norwegian, rule.Advice], sentence =>
        {
            Assert.Matches("^[A-ZÆØÅa-z].{9,}[.]$", sentence);
            Assert.DoesNotMatch("(?i)\\b(the|must|and|file|record|ETag|blob|chunk|regex|exception|hash|not)\\b", sentence);
            Assert.Contains(sentence, text, StringComparison.Ordinal);
        });
        Assert.Contains(RuleReader.Of(rule), text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_can_be_read_by_those_who_hear_it()
    {
        var page = Read(ReceiptPage.Write(ReceiptExample.With(ReceiptStatus.PartlyAccepted, ("I03", Severity.RejectRecord, 3))));

        Assert.Equal("nb", (string?)page.Root!.Attribute("lang"));
        Assert.False(string.IsNullOrWhiteSpace(page.Descendants("title").Single().Value));
        Assert.Single(page.Descendants("h1"));
        Assert.Single(page.Descendants("main"));
        Assert.All(page.Descendants("table"), table => Assert.False(string.IsNullOrWhiteSpace(table.Element("caption")?.Value)));
        Assert.All(page.Descendants("th"), heading => Assert.Contains((string?)heading.Attribute("scope"), (string[])["col", "row"]));
        Assert.Equal(page.Descendants().Attributes("id").Select(id => id.Value).Distinct().Count(), page.Descendants().Attributes("id").Count());
        Assert.All(page.Descendants("a"), link => Assert.Contains(page.Descendants().Attributes("id"), id => "#" + id.Value == (string?)link.Attribute("href")));
    }

    [Fact]
    public void Text_stands_out_from_its_background() =>
        Assert.All(PageStyle.Colours, pair => Assert.True(Contrast(pair.Value.Text, pair.Value.Background) >= 7, $"{pair.Key}: {Contrast(pair.Value.Text, pair.Value.Background):F1}"));

    [Fact]
    public void A_page_loads_nothing()
    {
        var page = ReceiptPage.Write(ReceiptExample.Accepted);

        Assert.DoesNotContain("url(", page, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https:", page, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", PageStyle.Policy, StringComparison.Ordinal);
    }

    // The page is well-formed XML too, so an XML reader sees just what a browser does.
    internal static XDocument Read(string page)
    {
        using var reader = XmlReader.Create(new StringReader(page), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        return XDocument.Load(reader);
    }

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        double Part(int at)
        {
            var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Part(1)) + (0.7152 * Part(3)) + (0.0722 * Part(5));
    }
}
