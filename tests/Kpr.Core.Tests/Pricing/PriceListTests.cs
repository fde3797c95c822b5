using Kpr.Core.Catalogue;
using Kpr.Core.Pricing;

namespace Kpr.Core.Tests.Pricing;

public sealed class PriceListTests
{
    private const string Header = "id;payee;valid_from;valid_to;applies_by;hours;base_one_ore;base_several_ore;statistics_free_below;statistics_free_first;person_level_minimum;exempt;exempt_up_to;students_free;refresh_free;vat;vat_basis_points;vat_reference;confirmed;source\n";

    [Fact]
    public void The_known_lists_load_and_say_where_they_come_from()
    {
        Assert.Equal(["fhi", "free", "hds", "kreft", "ssb"], PriceLists.Known.All.Select(list => list.Payee).Distinct());
        Assert.All(PriceLists.Known.All, list => Assert.False(string.IsNullOrWhiteSpace(list.Source)));
        Assert.Equal("fhi-2020", PriceLists.Known.Find("fhi", new DateOnly(2023, 12, 31))!.Id);
        Assert.Null(PriceLists.Known.Find("kreft", new DateOnly(2023, 12, 31)));
    }

    [Theory]
    [InlineData("2024-01-01", "2024-12-31", "2025-01-02", "", "leave a gap: no list of x from 2025-01-01 to 2025-01-01")]
    [InlineData("2024-01-01", "2024-12-31", "2024-12-31", "", "overlap: b begins on 2024-12-31, a ends on 2024-12-31")]
    [InlineData("2024-01-01", "", "2025-01-01", "", "overlap: b begins on 2025-01-01, a ends never")]
    [InlineData("2024-01-01", "2023-12-31", "2025-01-01", "", "ends (2023-12-31) before it begins (2024-01-01)")]
    public void A_gap_an_overlap_or_an_end_before_the_beginning_is_refused(string from, string to, string laterFrom, string laterTo, string message) =>
        Assert.Contains(message, Assert.Throws<InvalidDataException>(() => Load(Row("a", from, to) + Row("b", laterFrom, laterTo))).Message, StringComparison.Ordinal);

    [Fact]
    public void Lists_that_follow_each_other_day_by_day_are_taken() => Assert.Equal(2, Load(Row("a", "2024-01-01", "2024-12-31") + Row("b", "2025-01-01", "")).All.Count);

    [Fact]
    public void Cells_that_cannot_be_read_are_named()
    {
        var good = Row("a", "2024-01-01", "");
        foreach (var (from, to, column) in ((string, string, string)[])[("decision", "someday", "applies_by"), ("quarter", "minute", "hours"), ("2024-01-01", "1.1.2024", "valid_from"), (";S;2500;", ";S;0;", "vat_basis_points"), (";S;", ";Q;", "vat"), (";yes;kilde", ";ja;kilde", "confirmed")])
        {
            var message = Assert.Throws<InvalidDataException>(() => Load(good.Replace(from, to, StringComparison.Ordinal))).Message;
            Assert.Contains("list a", message, StringComparison.Ordinal);
            Assert.Contains(column, message, StringComparison.Ordinal);
        }

        Assert.Contains("exempts 'friends'", Assert.Throws<InvalidDataException>(() => Load(good.Replace(";0;0;0;;", ";0;0;0;friends;", StringComparison.Ordinal))).Message, StringComparison.Ordinal);
        Assert.Contains("no hourly rate", Assert.Throws<InvalidDataException>(() => Load(good, "list;grade;hour_ore\n")).Message, StringComparison.Ordinal);
        Assert.Contains("no price list z", Assert.Throws<InvalidDataException>(() => Load(good, "list;grade;hour_ore\na;;1\nz;;1\n")).Message, StringComparison.Ordinal);
        Assert.Contains("is there twice", Assert.Throws<InvalidDataException>(() => Load(good + good)).Message, StringComparison.Ordinal);
    }

    private static string Row(string id, string from, string to) => $"{id};x;{from};{to};decision;quarter;;;0;0;0;;0;no;no;S;2500;mval. § 5-1;yes;kilde\n";

    private static PriceLists Load(string rows, string rates = "list;grade;hour_ore\na;;100000\nb;;110000\n") =>
        PriceListTable.Read(ReferenceTable.Parse("lists", Header + rows), ReferenceTable.Parse("rates", rates.Contains("b;", StringComparison.Ordinal) && !rows.Contains("\nb;", StringComparison.Ordinal) ? rates.Replace("b;;110000\n", "", StringComparison.Ordinal) : rates));
}
