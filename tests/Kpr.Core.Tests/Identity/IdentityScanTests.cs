using Kpr.Core.Identity;

namespace Kpr.Core.Tests.Identity;

public sealed class IdentityScanTests
{
    [Theory]
    [InlineData("17834200368")]
    [InlineData("pasient 17834200368 møtte")]
    [InlineData("fnr:17834200368.")]
    [InlineData("2024-01-01 12 345 x17834200368y")]
    [InlineData("45868500186")]
    [InlineData("12455000104")]
    [InlineData("1783420036 og 17834200369 og 17834200368")]
    [InlineData("178342 00368")]
    [InlineData("178342\u00A000368")]
    [InlineData("178342-00368")]
    [InlineData("178342.00368")]
    [InlineData("fnr 178342/00368, tlf 22222222")]
    [InlineData("2024-01-01-178342-00368-1")]
    [InlineData("123456 178342 00368")]
    [InlineData("458685 00186")]
    public void Text_with_a_national_id_is_found(string text) => Assert.True(IdentityScan.ContainsNationalId(text));

    [Theory]
    [InlineData("")]
    [InlineData("uten tall")]
    [InlineData("tlf 22 22 22 22, født 17.03.1942")]
    [InlineData("178342003680")]
    [InlineData("017834200368")]
    [InlineData("17834200369")]
    [InlineData("178342 00369")]
    [InlineData("178342  00368")]
    [InlineData("178342_00368")]
    [InlineData("178342 003681")]
    [InlineData("1178342 00368")]
    [InlineData("178342 0036")]
    [InlineData("178342 0036 8")]
    [InlineData("17834 200368")]
    [InlineData("178342-")]
    [InlineData("800000 00098")]
    [InlineData("31828000104")]
    [InlineData("00000000000")]
    [InlineData("80000000098")]
    [InlineData("03843300099")]
    public void Text_without_one_is_left_alone(string text) => Assert.False(IdentityScan.ContainsNationalId(text));

    [Fact]
    public void Numbers_of_the_2032_rule_are_found_once_it_is_in_force()
    {
        Assert.True(IdentityScan.ContainsNationalId("x 03843300099", CheckDigitRule.From2032));
        Assert.True(IdentityScan.IsNationalId("03843300099", CheckDigitRule.From2032));
        Assert.False(IdentityScan.IsNationalId("03843300099"));
    }

    [Fact]
    public void IsNationalId_wants_the_whole_value()
    {
        Assert.True(IdentityScan.IsNationalId("17834200368"));
        Assert.False(IdentityScan.IsNationalId("17834200368 "));
        Assert.False(IdentityScan.IsNationalId("202012345602"));
        Assert.False(IdentityScan.IsNationalId("80000000098"));
    }
}
