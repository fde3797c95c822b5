using System.Text;
using Kpr.Core.Statistics.Orders;
using Kpr.Core.Statistics.Requests;

namespace Kpr.Core.Tests.Statistics;

public sealed class RowStandingTests
{
    [Theory]
    [InlineData("", "a b")]
    [InlineData("m1:a:M:2", "b m1")]
    [InlineData("c1:a:C:2", "b")]
    [InlineData("m1:a:M:2 c1:a:C:3", "b")]
    [InlineData("c1:a:C:3 m1:a:M:2", "b")]
    [InlineData("m1:a:M:2 m2:a:M:3", "b m2")]
    [InlineData("m2:a:M:3 m1:a:M:2", "b m2")]
    public void The_last_correction_or_annulment_decides_in_whatever_order_they_came(string more, string counted)
    {
        var rows = (string[])["a::N:1", "b::N:1", .. more.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        var standing = new RowStanding(CountedDataset.Find("care-events")!.Standing!);
        foreach (var row in rows.Reverse())
        {
            standing.Learn(Segment("notifikasjonGUID,notifikasjonRef,statusNotifikasjon,notifikasjonTid", row));
        }

        Assert.Equal(counted.Split(' '), rows.Select(row => row.Split(':')[0]).Where(standing.Counts).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_credit_takes_the_claim_away_and_counts_for_nothing_itself()
    {
        var standing = new RowStanding(CountedDataset.Find("claims")!.Standing!);
        standing.Learn(Segment("guid,krediterer", "a:"));
        standing.Learn(Segment("guid,krediterer", "k:a"));

        Assert.Equal((false, false, true, true), (standing.Counts("a"), standing.Counts("k"), standing.Counts("b"), standing.Counts("")));
    }

    [Fact]
    public void A_credit_as_the_provider_sent_it_takes_the_claim_of_its_own_id_away()
    {
        var standing = new RowStanding(CountedDataset.Find("claims")!.Standing!);
        standing.Learn(Segment("guid,krediterer,egenandelStatus", "a::3"));
        standing.Learn(Segment("guid,krediterer,egenandelStatus", "b::2"));
        standing.Learn(Segment("guid,krediterer,egenandelStatus", "a::5"));
        standing.Learn(Segment("guid,krediterer,egenandelStatus", "k:c:5"));

        Assert.Equal((false, true, false, false), (standing.Counts("a"), standing.Counts("b"), standing.Counts("c"), standing.Counts("k")));
    }

    [Fact]
    public void What_kuhr_refused_is_counted_in_no_table()
    {
        var claims = CountedDataset.Find("claims")!;

        Assert.Null(claims.UnitOf("claims/avvist/2024/05/lege"));
        Assert.Equal("claims/2024/05/lege", claims.UnitOf("claims/2024/05/lege"));
        Assert.Equal("care-events/0301", CountedDataset.Find("care-events")!.UnitOf("care-events/2024/0301"));
        Assert.Null(claims.UnitOf("care-events/2024/0301"));
        Assert.True(claims.MayHold("claims/2024/05/lege", new DateOnly(2024, 5, 31), new DateOnly(2024, 5, 31)));
        Assert.False(claims.MayHold("claims/2024/05/lege", new DateOnly(2024, 6, 1), new DateOnly(2025, 5, 31)));
    }

    private static MemoryStream Segment(string header, string row) => new(Encoding.UTF8.GetBytes($"{header}\n{row.Replace(':', ',')}\n"));
}
