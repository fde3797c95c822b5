using Kpr.Core.Formats;
using Kpr.Core.Persons;

namespace Kpr.Core.Tests.Persons;

/// <summary>What an objection takes out of a row: K37 and A43, and nothing more.</summary>
public sealed class WithholdTests
{
    [Theory]
    [InlineData("tannlege", "0", true)]
    [InlineData("tannlege", "", true)]
    [InlineData("tannpleier", null, true)]
    [InlineData("kjeveortoped", "0", true)]
    [InlineData("tannlege", "12000", false)]
    [InlineData("fastlege", "0", false)]
    public void Dental_detail_goes_where_no_refund_follows(string service, string? refund, bool taken)
    {
        var layout = Feeds.Find("claims")!.Layout;
        var row = Row(layout, ("tjeneste", service), ("refusjonOre", refund));

        Assert.Equal(taken, layout.Withhold(ReservedServices.Dental | ReservedServices.Disclosure, row));
        Assert.Equal(taken, Of(layout, row, "diagnoser") is null);
        Assert.Equal(taken, Of(layout, row, "takster") is null);
        Assert.Equal(taken, Of(layout, row, "tenner") is null);
        Assert.Equal("x", Of(layout, row, "regningsnummer"));
        Assert.Equal("x", Of(layout, row, "egenandelOre"));
        Assert.False(layout.Withhold(ReservedServices.Dental, row));
        Assert.False(layout.Withhold(ReservedServices.SchoolHealth, Row(layout, ("tjeneste", service), ("refusjonOre", refund))));
    }

    [Fact]
    public void Measurements_and_breastfeeding_go_and_the_consultation_stays()
    {
        var layout = Feeds.Find("school-health")!.Layout;
        var row = Row(layout);

        Assert.True(layout.Withhold(ReservedServices.SchoolHealth, row));
        Assert.Equal(["amming", "malinger"], layout.Columns.Select(column => column.Name).Where(name => Of(layout, row, name) is null));
        Assert.False(layout.Withhold(ReservedServices.Dental, Row(layout)));
    }

    [Fact]
    public void Care_services_have_no_right_of_objection()
    {
        var layout = Feeds.Find("care-events")!.Layout;
        Assert.Equal(ReservedServices.None, layout.Reservable);
        Assert.False(layout.Withhold(ReservedServices.SchoolHealth | ReservedServices.Dental | ReservedServices.Disclosure, Row(layout)));
    }

    private static string?[] Row(RegisterLayout layout, params (string Column, string? Value)[] values)
    {
        var row = layout.Columns.Select(_ => (string?)"x").ToArray();
        foreach (var (column, value) in values)
        {
            row[Place(layout, column)] = value;
        }

        return row;
    }

    private static string? Of(RegisterLayout layout, string?[] row, string column) => row[Place(layout, column)];

    private static int Place(RegisterLayout layout, string column) => layout.Columns.Index().First(one => one.Item.Name == column).Index;
}
