using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Kpr.Core.Formats;

namespace Kpr.Core.Tests.Formats;

public sealed class OreTests
{
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(20260302UL, 17UL);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0.00", 0)]
    [InlineData("435.00", 43_500)]
    [InlineData("0.1", 10)]
    [InlineData("-12.34", -1_234)]
    [InlineData("1e2", 10_000)]
    [InlineData("1234E-2", 1_234)]
    [InlineData("1.2300000", 123)]
    [InlineData("0.000000000000000000000000000000", 0)]
    [InlineData("0e999", 0)]
    public void TryParse_exact_amounts_are_read(string text, long ore)
    {
        Assert.True(Ore.TryParse(Encoding.ASCII.GetBytes(text), out var read));
        Assert.Equal(ore, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1.234")]
    [InlineData("0.30000000000000004")]
    [InlineData("1e-3")]
    [InlineData("1e309")]
    [InlineData("1e")]
    [InlineData("1e1000000000000")]
    [InlineData("NaN")]
    [InlineData("1 ")]
    [InlineData("1,5")]
    [InlineData("99999999999999999999")]
    [InlineData("1.2.3")]
    public void TryParse_what_is_no_exact_amount_is_refused(string text) => Assert.False(Ore.TryParse(Encoding.ASCII.GetBytes(text), out _));

    [Theory]
    [InlineData(" 7 ", true)]
    [InlineData("+7.5", true)]
    [InlineData("+-7", false)]
    [InlineData("7e0", false)]
    [InlineData("\u0667", false)]
    public void TryParse_of_text_follows_the_decimal_of_xml(string text, bool read) => Assert.Equal(read, Ore.TryParse(text, out _));

    [Fact]
    public void TryParse_gives_what_decimal_gives() => Prop.ForAll(
        (from sign in Gen.Elements("", "-") from whole in Gen.Choose(0, int.MaxValue) from cents in Gen.Choose(0, 99) select (sign, whole, cents)).ToArbitrary(),
        amount =>
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{amount.sign}{amount.whole}.{amount.cents:00}");
            return Ore.TryParse(text, out var ore) && ore == (long)(decimal.Parse(text, CultureInfo.InvariantCulture) * 100);
        }).Check(Seeded);
}
