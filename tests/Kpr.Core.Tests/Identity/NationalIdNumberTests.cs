using System.Globalization;
using Kpr.Core.Identity;

namespace Kpr.Core.Tests.Identity;

public sealed class NationalIdNumberTests
{
    public static TheoryData<string> PersonVectors => IdentityVector.Values(
        "FNR", "FNR_TENOR", "DNR_TENOR", "NAV_SYNT_OR_HNR", "DNR_NAV_SYNT", "FNR_2032", "TEXT", "PLACEHOLDER", "FHN", "DUF");

    [Fact]
    public void All_31_vectors_are_carried() => Assert.Equal(31, IdentityVector.All.Count);

    [Theory]
    [MemberData(nameof(PersonVectors))]
    public void Vector_is_judged_as_expected(string value)
    {
        var vector = IdentityVector.Of(value);
        var analysis = NationalIdNumber.Analyse(value);

        switch (vector.Expected)
        {
            case "valid":
                Assert.True(analysis.IsValid());
                break;
            case "ambiguous":
                Assert.True(analysis.IsValid());
                Assert.False(analysis.IsSynthetic());
                Assert.True(analysis.IsSynthetic(navMonth40: true));
                break;
            case "valid only under the 2032 rule":
                Assert.False(analysis.IsValid());
                Assert.True(analysis.IsValid(CheckDigitRule.From2032));
                Assert.Equal(CheckDigitVerdict.RelaxedOnly, analysis.FirstCheckDigit);
                break;
            case "invalid":
                Assert.False(analysis.IsValid());
                Assert.False(analysis.IsValid(CheckDigitRule.From2032));
                break;
            default:
                Assert.Fail($"No such expectation: {vector.Expected}");
                break;
        }
    }

    [Theory]
    [MemberData(nameof(PersonVectors))]
    public void Vector_gives_the_expected_birth_date_and_sex(string value)
    {
        var vector = IdentityVector.Of(value);
        var analysis = NationalIdNumber.Analyse(value);

        DateOnly? birth = vector.BirthDate.Length == 0 ? null : DateOnly.Parse(vector.BirthDate, CultureInfo.InvariantCulture);
        Assert.Equal(birth, analysis.BirthDate);
        Assert.Equal(vector.Sex switch { "M" => Sex.Male, "F" => Sex.Female, _ => Sex.Unknown }, analysis.Sex);
    }

    [Theory]
    [InlineData("17834200368", NumberShape.BirthNumber, SyntheticSeries.Tenor)]
    [InlineData("45868500186", NumberShape.DNumber, SyntheticSeries.Tenor)]
    [InlineData("71929900051", NumberShape.DNumber, SyntheticSeries.Tenor)]
    [InlineData("12455000104", NumberShape.HNumber, SyntheticSeries.NavMonth40)]
    [InlineData("52455000521", NumberShape.DNumber, SyntheticSeries.NavMonth40)]
    [InlineData("17664200000", NumberShape.BirthNumber, SyntheticSeries.Month65)]
    [InlineData("15937000119", NumberShape.BirthNumber, SyntheticSeries.None)]
    [InlineData("80000000098", NumberShape.FhNumber, SyntheticSeries.None)]
    [InlineData("90000000069", NumberShape.FhNumber, SyntheticSeries.None)]
    [InlineData("202012345602", NumberShape.Duf, SyntheticSeries.None)]
    [InlineData("178342003680", NumberShape.Duf, SyntheticSeries.None)]
    [InlineData("7834200368", NumberShape.NotANumber, SyntheticSeries.None)]
    public void Shape_and_series_follow_the_first_digits(string value, NumberShape shape, SyntheticSeries series)
    {
        var analysis = NationalIdNumber.Analyse(value);

        Assert.Equal(shape, analysis.Shape);
        Assert.Equal(series, analysis.Synthetic);
        Assert.Equal(value.Length, analysis.Length);
        Assert.True(analysis.AllDigits);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" 17834200368")]
    [InlineData("17834200368 ")]
    [InlineData("178342 00368")]
    [InlineData("178342\u00a000368")]
    [InlineData("178342-0036")]
    [InlineData("１７８３４２００３６８")]
    [InlineData("١٧٨٣٤٢٠٠٣٦٨")]
    [InlineData("1783420036O")]
    public void Blanks_other_digits_and_letters_are_never_forgiven(string value)
    {
        var analysis = NationalIdNumber.Analyse(value);

        Assert.Equal(NumberShape.NotANumber, analysis.Shape);
        Assert.False(analysis.AllDigits);
        Assert.False(analysis.IsValid(CheckDigitRule.From2032));
    }

    [Theory]
    [InlineData(54, 500, 1854)]
    [InlineData(99, 749, 1899)]
    [InlineData(53, 500, 0)]
    [InlineData(99, 750, 0)]
    [InlineData(0, 0, 1900)]
    [InlineData(99, 499, 1999)]
    [InlineData(40, 900, 1940)]
    [InlineData(99, 999, 1999)]
    [InlineData(40, 899, 0)]
    [InlineData(0, 500, 2000)]
    [InlineData(39, 999, 2039)]
    [InlineData(40, 500, 0)]
    public void Individual_series_gives_the_century(int twoDigits, int individual, int year) =>
        Assert.Equal(year, NationalIdNumber.FullYear(twoDigits, individual));

    [Theory]
    [InlineData("17834200100", true)]
    [InlineData("17834200200", true)]
    [InlineData("17834255555", true)]
    [InlineData("17834299999", true)]
    [InlineData("57834200100", true)]
    [InlineData("32834200100", false)]
    [InlineData("17934200100", false)]
    [InlineData("17834200300", false)]
    [InlineData("17834200368", false)]
    [InlineData("87834200100", false)]
    public void Placeholder_is_a_known_ending_behind_a_date(string value, bool expected) =>
        Assert.Equal(expected, NationalIdNumber.Analyse(value).IsPlaceholder);

    [Theory]
    [InlineData("69820000", true)]
    [InlineData("69820100", false)]
    [InlineData("71820100", false)]
    [InlineData("72810100", false)]
    [InlineData("40810100", false)]
    public void D_number_date_need_only_exist_in_some_century(string prefix, bool expected)
    {
        // In turn: 29 February 00 (not in 1900, but in 2000), 29 February 01, 31 February 01, day 32, day 0.
        var analysis = NationalIdNumber.Analyse(prefix + "000");

        Assert.Equal(NumberShape.DNumber, analysis.Shape);
        Assert.Equal(expected, analysis.DateValid);
        Assert.Null(analysis.BirthDate);
    }

    [Fact]
    public void Leap_day_of_1900_does_not_exist_but_that_of_2000_does()
    {
        Assert.False(NationalIdNumber.Analyse("29820000000").DateValid);
        Assert.True(NationalIdNumber.Analyse("29820050000").DateValid);
    }

    [Fact]
    public void Analysis_as_text_tells_neither_number_nor_birth_date()
    {
        var text = NationalIdNumber.Analyse("17834200368").ToString();

        Assert.DoesNotContain("1942", text, StringComparison.Ordinal);
        Assert.DoesNotContain("178342", text, StringComparison.Ordinal);
        Assert.DoesNotContain("00368", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Analyse_allocates_nothing()
    {
        NationalIdNumber.Analyse("17834200368");
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) NationalIdNumber.Analyse("17834200368");
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
