using System.Text.RegularExpressions;
using System.Xml.Linq;
using Kpr.Core.Extracts.Orders;
using Kpr.Core.Extracts.Package;
using Kpr.Core.Extracts.Package.Pages;

namespace Kpr.Core.Tests.Extracts.Package;

public sealed class CodebookPageTests
{
    [Theory]
    [InlineData(PackageLanguage.Norwegian, "nb", "kodebok.html")]
    [InlineData(PackageLanguage.English, "en", "codebook.html")]
    public void The_page_is_whole_well_formed_and_in_its_language(PackageLanguage language, string code, string file)
    {
        var page = CodebookPage.Of(Sample.Codebook, language);
        var html = XDocument.Parse(page.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal)).Root!;
        Assert.Equal(code, html.Attribute("lang")!.Value);
        Assert.Equal(file, CodebookPage.FileName(language));
        Assert.Empty(html.Descendants("script"));
        Assert.Empty(html.Descendants("b"));
        Assert.DoesNotMatch("(?i)(src|href)=\"(?!#)", page);
        Assert.Single(html.Descendants("h1"));
        Assert.All(html.Descendants("table"), table => Assert.NotNull(table.Element("caption")));
        Assert.All(html.Descendants("th"), head => Assert.NotNull(head.Attribute("scope")));
        var ids = html.Descendants().Attributes("id").Select(id => id.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(html.Descendants("a"), link => Assert.Contains(link.Attribute("href")!.Value[1..], ids));
    }

    [Theory]
    [InlineData(PackageLanguage.Norwegian)]
    [InlineData(PackageLanguage.English)]
    public void All_that_recipients_demand_is_on_the_page_and_in_the_text(PackageLanguage language)
    {
        var page = CodebookPage.Of(Sample.Codebook, language);
        var text = ReadFirst.Of(Sample.Codebook, language).Replace("\\", "", StringComparison.Ordinal);
        var demanded = new List<string>
        {
            "SAK-2026-0001", "PROSJEKT-1", "catalogue-7", "0123456789abcdef", "care-events/2023/0301 v12", "kontakt@example.no", new('a', 64), new('b', 64), "HMAC-SHA-256", "personer.csv",
        };
        demanded.AddRange(Sample.Codebook.Tables.SelectMany(table => table.Table.Columns).Select(column => column.Name));
        demanded.AddRange(language == PackageLanguage.English
            ? ["Everybody with two contacts at least", "123,456", "1,200 persons", "3 rows are identical", "2028-06-30", "2028-12-31", "bands of five years", "not shifted"]
            : ["Alle med minst to kontakter", "123\u00a0456", "1\u00a0200 personer", "3 rader er helt like", "30.06.2028", "31.12.2028", "femårsgrupper", "ikke forskjøvet"]);
        Assert.All(demanded, one => Assert.Contains(one, System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal));
        Assert.All(demanded, one => Assert.Contains(one, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Codes_are_on_the_page_and_not_in_the_text()
    {
        Assert.Contains("Depressiv lidelse", CodebookPage.Of(Sample.Codebook, PackageLanguage.Norwegian), StringComparison.Ordinal);
        Assert.DoesNotContain("Depressiv lidelse", ReadFirst.Of(Sample.Codebook, PackageLanguage.Norwegian), StringComparison.Ordinal);
    }

    [Fact]
    public void Shifted_dates_and_serial_numbers_are_disclosed()
    {
        var codebook = Sample.Codebook with { Dates = DateTreatment.Shifted, Keys = KeyMethod.LinkageSerials };
        var text = ReadFirst.Of(codebook, PackageLanguage.Norwegian);
        Assert.Contains("Datoer er forskjøvet", text, StringComparison.Ordinal);
        Assert.Contains("løpenumre", text, StringComparison.Ordinal);
        Assert.DoesNotContain("HMAC", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_row_of_a_table_in_the_text_has_as_many_cells_as_its_head()
    {
        var text = ReadFirst.Of(Sample.Codebook, PackageLanguage.Norwegian);
        var expected = 0;
        foreach (var line in text.Split('\n'))
        {
            var cells = line.StartsWith('|') ? Regex.Count(line, @"(?<!\\)\|") : 0;
            Assert.True(expected == 0 || cells == 0 || cells == expected, line);
            expected = cells;
        }
    }
}
