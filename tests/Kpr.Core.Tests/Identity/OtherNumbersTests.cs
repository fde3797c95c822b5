using Kpr.Core.Identity;

namespace Kpr.Core.Tests.Identity;

public sealed class OtherNumbersTests
{
    public static TheoryData<string> OrganisationVectors => IdentityVector.Values("ORGNR", "ORGNR_SYNT");

    [Theory]
    [MemberData(nameof(OrganisationVectors))]
    public void Organisation_vector_is_judged_as_expected(string value) =>
        Assert.Equal(IdentityVector.Of(value).Expected == "valid", OrganisationNumber.IsValid(value));

    [Theory]
    [InlineData("310000019", true)]
    [InlineData("3100000190", true)]
    [InlineData("3100000191", false)]
    [InlineData("31000001900", false)]
    [InlineData("31000001", false)]
    [InlineData("310000 19", false)]
    [InlineData("000000000", false)]
    [InlineData("100000008", false)]
    [InlineData("", false)]
    public void Organisation_number_tolerates_one_trailing_zero_only(string value, bool expected) =>
        Assert.Equal(expected, OrganisationNumber.IsValid(value));

    [Fact]
    public void Organisation_number_without_a_possible_check_digit_is_invalid()
    {
        var prefix = Enumerable.Range(80000000, 100).Select(n => $"{n}").First(p => OrganisationNumber.CheckDigit(p) == 10);
        Assert.All(Enumerable.Range(0, 10), last => Assert.False(OrganisationNumber.IsValid($"{prefix}{last}")));
    }

    [Fact]
    public void Normalise_takes_off_the_tolerated_zero_and_nothing_else()
    {
        Assert.Equal("310000019", OrganisationNumber.Normalise("3100000190").ToString());
        Assert.Equal("310000019", OrganisationNumber.Normalise("310000019").ToString());
        Assert.Equal("31000001", OrganisationNumber.Normalise("31000001").ToString());
        Assert.True(OrganisationNumber.IsTestSeries("3100000190"));
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("007", true)]
    [InlineData("123456789", true)]
    [InlineData("1234567890", false)]
    [InlineData("0", false)]
    [InlineData("000000000", false)]
    [InlineData("", false)]
    [InlineData("12 34", false)]
    [InlineData("-12", false)]
    public void Hpr_number_has_one_to_nine_digits_and_is_not_zero(string value, bool expected) =>
        Assert.Equal(expected, HprNumber.IsValid(value));

    [Theory]
    [InlineData("202012345602", true)]
    [InlineData("202012345603", false)]
    [InlineData("20201234560", false)]
    [InlineData("2020123456020", false)]
    [InlineData("20201234560x", false)]
    public void Duf_is_twelve_digits_with_their_check(string value, bool expected) => Assert.Equal(expected, Duf.IsValid(value));

    [Fact]
    public void Type_codes_are_those_of_list_9032()
    {
        string[] known = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "12"];
        foreach (var code in known)
        {
            Assert.True(IdentityTypes.TryParseCode(code, out var type));
            Assert.Equal(code, $"{(int)type}");
        }

        Assert.All(["", "0", "11", "13", "01", " 1", "1 ", "100", "FNR"], code => Assert.False(IdentityTypes.TryParseCode(code, out _)));
    }

    [Fact]
    public void Letters_round_trip_for_every_type()
    {
        foreach (var type in Enum.GetValues<IdentityType>().Where(t => t != IdentityType.None))
        {
            Assert.True(IdentityTypes.TryParseLetters(type.Letters(), out var back));
            Assert.Equal(type, back);
            Assert.NotEqual("ukjent", type.NorwegianName());
        }

        Assert.All(["", "fnr", "HER", "FNR "], letters => Assert.False(IdentityTypes.TryParseLetters(letters, out _)));
    }

    [Fact]
    public void Only_birth_number_d_number_and_duf_yield_a_person_key() =>
        Assert.Equal(
            [IdentityType.BirthNumber, IdentityType.DNumber, IdentityType.Duf],
            Enum.GetValues<IdentityType>().Where(t => t.YieldsPersonKey()));

    [Theory]
    [InlineData("17834200368", IdentityType.BirthNumber)]
    [InlineData("45868500186", IdentityType.DNumber)]
    [InlineData("12455000104", IdentityType.HNumber)]
    [InlineData("80000000098", IdentityType.CommonHelpNumber)]
    [InlineData("202012345602", IdentityType.Duf)]
    [InlineData("178342 00368", IdentityType.None)]
    public void Shape_tells_the_type_a_number_should_have_been_sent_as(string value, IdentityType type) =>
        Assert.Equal(type, IdentityTypes.TypeOf(NationalIdNumber.Analyse(value).Shape));

    [Fact]
    public void Month_plus_40_is_a_birth_number_where_a_setting_says_so() =>
        Assert.Equal(IdentityType.BirthNumber, IdentityTypes.TypeOf(NumberShape.HNumber, navMonth40: true));
}
