using System.Text;
using Kpr.Core.Reporting;

namespace Kpr.Core.Tests.Reporting;

public sealed class CsvTextTests
{
    [Fact]
    public void A_table_is_what_a_Norwegian_spreadsheet_opens()
    {
        var table = new CsvText("Kommune", "Antall", "Endring").Add("Ærøy; \"stor\"").Add(1234).AddDecimal(-12.5).EndRow().Add((string?)null).Add((long?)null).AddDecimal(null).EndRow().ToBytes();

        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), table[..3]);
        Assert.Equal("\"Kommune\";\"Antall\";\"Endring\"\r\n\"Ærøy; \"\"stor\"\"\";1234;-12,5\r\n\"\";;\r\n", Encoding.UTF8.GetString(table[3..]));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+47 1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r\n=1")]
    [InlineData("  =1")]
    [InlineData("＝1")]
    [InlineData("|cmd")]
    [InlineData("\u0001=cmd|' /C calc'!A0")]
    [InlineData("\u00A0=1")]
    public void No_text_is_taken_for_a_formula(string text)
    {
        var table = Encoding.UTF8.GetString(new CsvText("A").Add(text).EndRow().ToBytes()).Split("\r\n")[1];

        Assert.StartsWith("\"'", table, StringComparison.Ordinal);
        Assert.DoesNotContain(table, char.IsControl);
    }

    [Fact]
    public void Moments_are_Norwegian_time() =>
        Assert.Contains("2026-07-01 14:00;2026-07-01;ja", Encoding.UTF8.GetString(new CsvText("A", "B", "C").AddTime(new DateTime(2026, 7, 1, 12, 0, 0, DateTimeKind.Utc)).Add(new DateOnly(2026, 7, 1)).Add(true).EndRow().ToBytes()), StringComparison.Ordinal);
}
