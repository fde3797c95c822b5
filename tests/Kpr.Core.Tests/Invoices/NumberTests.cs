using FsCheck;
using FsCheck.Fluent;
using Kpr.Core.Catalogue;
using Kpr.Core.Invoices;

namespace Kpr.Core.Tests.Invoices;

public sealed class NumberTests
{
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithMaxTest(1_000).WithReplay(20260702UL, 5UL);

    [Theory]
    [InlineData("1234567", KidRule.Mod10, "12345674")]
    [InlineData("12345678", KidRule.Mod11, "123456785")]
    [InlineData("6", KidRule.Mod11, "6-")]
    [InlineData("0", KidRule.Mod10, "00")]
    public void A_kid_ends_with_its_check_digit(string digits, KidRule rule, string kid)
    {
        Assert.Equal(kid, Kid.Make(digits, rule));
        Assert.True(Kid.IsValid(kid));
    }

    [Fact]
    public void One_wrong_digit_is_seen_by_either_rule() => Prop.ForAll(
        (from number in Gen.Choose(1, 99_999_999) from rule in Gen.Elements(KidRule.Mod10, KidRule.Mod11) from at in Gen.Choose(0, 9) from off in Gen.Choose(1, 9) select (number, rule, at, off)).ToArbitrary(),
        slip =>
        {
            var kid = Kid.Of(11, slip.number, slip.rule).ToCharArray();
            kid[slip.at] = (char)('0' + ((kid[slip.at] - '0' + slip.off) % 10));
            return Kid.IsValid(Kid.Of(11, slip.number, slip.rule), slip.rule) && !Kid.IsValid(new string(kid), slip.rule);
        }).Check(Seeded);

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("12-4")]
    [InlineData("1234567890123456789012345678")]
    [InlineData("１２")]
    public void What_is_no_kid_is_refused(string kid) => Assert.False(Kid.IsValid(kid));

    [Theory]
    [InlineData("12345678903", true)]
    [InlineData("12345678904", false)]
    [InlineData("1234567890", false)]
    [InlineData("1234567890a", false)]
    public void Account_numbers_have_a_check_digit(string account, bool valid) => Assert.Equal(valid, AccountNumber.IsValid(account));

    [Fact]
    public void Accounts_have_an_international_form() => Assert.Equal("NO9386011117947", AccountNumber.Iban("86011117947"));

    [Fact]
    public void Everyone_who_bills_has_a_series_of_its_own_and_every_source_at_the_institute_has_a_biller()
    {
        Assert.Equal("kreft", Billers.Known.For("kreft")!.Code);
        Assert.Equal("fhi", Billers.Known.For("kpr")!.Code);
        Assert.Null(Billers.Known.For("bivirkning"));
        Assert.Equal("FHI-000017", Billers.Known.Find("fhi")!.Document(17));
    }

    [Theory]
    [InlineData("12345610012", "12345610013", "organisation number, account or series is wrong")]
    [InlineData(";11;", ";10;", "Two billers have '10' in common")]
    [InlineData("dar mfr", "dar kreft", "Two billers have 'kreft' in common")]
    public void Billers_that_contradict_each_other_are_refused(string from, string to, string message)
    {
        using var table = new StreamReader(typeof(Billers).Assembly.GetManifestResourceStream("billers.csv")!);
        var changed = table.ReadToEnd().Replace(from, to, StringComparison.Ordinal);

        Assert.Contains(message, Assert.Throws<InvalidDataException>(() => Billers.Read(ReferenceTable.Parse("billers", changed))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Late_rates_hold_from_their_day_and_nothing_is_charged_before()
    {
        Assert.Null(LateRates.Known.On(new DateOnly(2025, 12, 31)));
        Assert.Equal(1_200, LateRates.Known.On(new DateOnly(2026, 1, 1))!.BasisPoints);
        Assert.Equal(0, LateRates.Known.Interest(new(1_000_000), new DateOnly(2025, 12, 1), new DateOnly(2025, 12, 31)).Ore);
        Assert.Equal(329, LateRates.Known.Interest(new(1_000_000), new DateOnly(2025, 12, 1), new DateOnly(2026, 1, 1)).Ore);
    }
}
