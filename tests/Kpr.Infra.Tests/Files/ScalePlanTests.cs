using System.Globalization;
using System.Text.RegularExpressions;
using Kpr.Functions.Tests.House;

namespace Kpr.Infra.Tests.Files;

/// <summary>The scale plan counts with what was measured, and its sums are right.</summary>
public sealed partial class ScalePlanTests
{
    private static readonly string Guide = RepositoryFolder.Read("docs/operations.md");
    private static readonly string Measured = RepositoryFolder.Read("docs/benchmarks.md");

    [Fact]
    public void What_the_plan_says_was_measured_stands_among_the_figures()
    {
        var judge = Regex.Match(Guide, @"a warm judge does (\d+) MB/s").Groups[1].Value;
        var system = Regex.Match(Guide, @"system (\d+),000 records a second").Groups[1].Value;
        var requests = Regex.Match(Guide, @"with ([\d,]+) storage requests").Groups[1].Value.Replace(",", "", StringComparison.Ordinal);

        Assert.Matches($@"warm process[^\n]*\| {judge} MB/s \|", Measured);
        Assert.Matches($@"four messages of a queue at once[^\n]*\| {system} k/s \|[^\n]*\| {requests} \|", Measured);
    }

    [Fact]
    public void The_quotients_of_the_plan_are_what_they_say()
    {
        var sums = Quotient().Matches(Guide[Guide.IndexOf("## How it scales", StringComparison.Ordinal)..]);
        Assert.True(sums.Count >= 4, $"{sums.Count} quotients");
        Assert.All(sums, sum =>
        {
            var (rows, seconds, told) = (Number(sum.Groups[1].Value), Number(sum.Groups[2].Value), Number(sum.Groups[3].Value));
            Assert.InRange(told, rows / seconds * 0.97, rows / seconds * 1.03);
        });
    }

    [Fact]
    public void Instances_follow_from_records_a_second_and_what_one_is_planned_with() => Assert.All(
        Planned().Matches(Guide), row => Assert.Equal(
            Math.Ceiling(Number(row.Groups[1].Value) / 5_000), Number(row.Groups[2].Value)));

    private static double Number(string text) => double.Parse(text.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"([\d,]+) / ([\d,]+) s = ([\d,]+) a second")]
    private static partial Regex Quotient();

    [GeneratedRegex(@"= ([\d,]+) a second / 5,000 \| (\d+) \|")]
    private static partial Regex Planned();
}
