using Kpr.Core.Catalogue;

namespace Kpr.Core.Tests.Catalogue;

public sealed class MunicipalitiesTests
{
    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [Theory]
    [InlineData(1987, 454)]
    [InlineData(1988, 448)]
    [InlineData(1992, 439)]
    [InlineData(1994, 435)]
    [InlineData(2002, 434)]
    [InlineData(2005, 433)]
    [InlineData(2006, 431)]
    [InlineData(2008, 430)]
    [InlineData(2012, 429)]
    [InlineData(2013, 428)]
    [InlineData(2017, 426)]
    [InlineData(2018, 422)]
    [InlineData(2019, 422)]
    [InlineData(2020, 356)]
    [InlineData(2023, 356)]
    [InlineData(2024, 357)]
    [InlineData(2026, 357)]
    public void Count_of_each_year_is_the_official_one(int year, int count)
    {
        Assert.Equal(count, Municipalities.ValidOn(new DateOnly(year, 1, 1)).Count);
        Assert.Equal(count, Municipalities.ValidOn(new DateOnly(year, 12, 31)).Count);
    }

    [Theory]
    [InlineData("0301", "1980-01-01", true)]
    [InlineData("0301", "2030-01-01", true)]
    [InlineData("3001", "2019-12-31", false)]
    [InlineData("3001", "2020-01-01", true)]
    [InlineData("3001", "2023-12-31", true)]
    [InlineData("3001", "2024-01-01", false)]
    [InlineData("1508", "2023-12-31", false)]
    [InlineData("1508", "2024-01-01", true)]
    [InlineData("1507", "2023-12-31", true)]
    [InlineData("1507", "2024-01-01", false)]
    [InlineData("5061", "2018-12-31", false)]
    [InlineData("5061", "2019-01-01", true)]
    [InlineData("1567", "2018-12-31", true)]
    [InlineData("1567", "2019-01-01", false)]
    [InlineData("5001", "2017-12-31", false)]
    [InlineData("5001", "2018-01-01", true)]
    public void Number_is_valid_in_its_time_only(string number, string day, bool expected) =>
        Assert.Equal(expected, Municipalities.IsValid(number, Day(day)));

    [Theory]
    [InlineData("")]
    [InlineData("301")]
    [InlineData("0000")]
    [InlineData("9999")]
    [InlineData("03011")]
    [InlineData(" 301")]
    [InlineData("030x")]
    [InlineData("０３０１")]
    public void Other_texts_are_no_municipality(string number)
    {
        Assert.Null(Municipalities.Find(number));
        Assert.False(Municipalities.IsValid(number, new DateOnly(2024, 1, 1)));
    }

    [Fact]
    public void Find_gives_name_and_end()
    {
        var halden = Municipalities.Find("0101");

        Assert.NotNull(halden);
        Assert.Equal("Halden", halden.Name);
        Assert.Equal(MunicipalityEnd.Renumbered, halden.End);
        Assert.Null(halden.ValidFrom);
        Assert.Equal(878, Municipalities.All.Count);
    }

    [Theory]
    [InlineData("0101", "2019-12-31", "0101")]
    [InlineData("0101", "2020-01-01", "3001")]
    [InlineData("0101", "2024-01-01", "3101")]
    [InlineData("1567", "2024-01-01", "5061")]
    [InlineData("1507", "2024-01-01", "1508,1580")]
    [InlineData("5012", "2020-01-01", "5055,5056,5059")]
    [InlineData("1850", "2020-01-01", "1806,1875")]
    [InlineData("3001", "2019-01-01", "")]
    [InlineData("1234", "1950-01-01", "1234")]
    [InlineData("0000", "2020-01-01", "")]
    public void Successors_are_followed_to_the_day(string number, string day, string expected)
    {
        var successors = Municipalities.SuccessorsOn(number, Day(day)).Select(m => m.Number).ToList();

        Assert.Equal(expected, string.Join(',', successors));
        Assert.Equal(successors.Count == 1 ? successors[0] : null, Municipalities.UniqueSuccessorOn(number, Day(day))?.Number);
    }

    [Fact]
    public void Every_number_out_of_use_leads_to_numbers_of_today()
    {
        var today = new DateOnly(2026, 1, 1);

        Assert.All(Municipalities.All, m => Assert.NotEmpty(Municipalities.SuccessorsOn(m.Number, today)));
        Assert.All(Municipalities.All, m => Assert.Equal(m.ValidTo is null, m.End == MunicipalityEnd.None));
    }

    [Theory]
    [InlineData("2100", "2020-01-01", true)]
    [InlineData("2100", "2019-12-31", false)]
    [InlineData("2111", "2019-12-31", true)]
    [InlineData("2111", "2020-01-01", false)]
    [InlineData("2211", "2024-01-01", true)]
    [InlineData("9000", "2024-01-01", true)]
    [InlineData("9900", "2024-01-01", true)]
    [InlineData("9999", "2024-01-01", true)]
    [InlineData("8888", "2024-01-01", false)]
    [InlineData("-1", "2024-01-01", false)]
    [InlineData("0301", "2024-01-01", true)]
    [InlineData("3001", "2024-01-01", false)]
    public void Home_may_also_be_a_special_code(string code, string day, bool expected) =>
        Assert.Equal(expected, Municipalities.IsValidHome(code, Day(day)));

    [Fact]
    public void Special_codes_are_all_known_and_none_is_a_municipality()
    {
        Assert.Equal(10, SpecialHomeCodes.All.Count);
        Assert.Equal("unknown", SpecialHomeCodes.Find("9999")?.Meaning);
        Assert.All(SpecialHomeCodes.All, code => Assert.Null(Municipalities.Find(code.Code)));
    }

    [Theory]
    [InlineData("0301", "030105", "2024-01-01", true)]
    [InlineData("0301", "05", "2024-01-01", true)]
    [InlineData("0301", "030105", "2003-12-31", false)]
    [InlineData("0301", "110301", "2024-01-01", false)]
    [InlineData("4601", "030105", "2024-01-01", false)]
    [InlineData("0301", "30105", "2024-01-01", false)]
    [InlineData("0301", "0105", "2024-01-01", false)]
    [InlineData("0301", "", "2024-01-01", false)]
    [InlineData("0301", "312", "2024-01-01", false)]
    [InlineData("1201", "120101", "2019-12-31", true)]
    [InlineData("1201", "120101", "2020-01-01", false)]
    [InlineData("4601", "460101", "2019-12-31", false)]
    [InlineData("4601", "460101", "2020-01-01", true)]
    [InlineData("1601", "160104", "2017-12-31", true)]
    [InlineData("1601", "160104", "2018-01-01", false)]
    [InlineData("5001", "500104", "2018-01-01", true)]
    [InlineData("1103", "110308", "2019-12-31", false)]
    [InlineData("1103", "110308", "2020-01-01", true)]
    [InlineData("1103", "99", "2024-01-01", true)]
    [InlineData("1508", "01", "2024-01-01", false)]
    public void District_is_valid_in_its_municipality_and_time_only(string municipality, string district, string day, bool expected) =>
        Assert.Equal(expected, Districts.IsValid(municipality, district, Day(day)));

    [Fact]
    public void Cities_have_their_districts_and_successors_exist()
    {
        var day = new DateOnly(2024, 1, 1);

        Assert.Equal(18, Districts.Of("0301", day).Count);
        Assert.Equal(9, Districts.Of("4601", day).Count);
        Assert.Equal(5, Districts.Of("5001", day).Count);
        Assert.Equal(10, Districts.Of("1103", day).Count);
        Assert.Empty(Districts.Of("1508", day));
        Assert.All(
            Districts.All.Where(d => d.Successor is not null),
            d => Assert.True(Districts.IsValid(d.Successor.AsSpan(0, 4), d.Successor, day)));
    }
}
