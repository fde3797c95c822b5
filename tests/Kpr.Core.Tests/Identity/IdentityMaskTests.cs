using Kpr.Core.Identity;

namespace Kpr.Core.Tests.Identity;

public sealed class IdentityMaskTests
{
    [Theory]
    [InlineData("17834200368", "***********")]
    [InlineData("178342 00368", "************")]
    [InlineData("fnr-178342-00368.xml", "fnr-************.xml")]
    [InlineData("178342.00368", "************")]
    [InlineData("178342/00368 178342\u00A000368", "************ ************")]
    [InlineData("123456789012", "************")]
    public void What_could_be_a_number_is_masked(string text, string masked) => Assert.Equal(masked, IdentityMask.Apply(text));

    [Theory]
    [InlineData("202403-12345.xml")]
    [InlineData("2024-03-01")]
    [InlineData("178342-00369")]
    [InlineData("1783420036")]
    [InlineData("abc")]
    public void What_is_none_is_left_alone(string text) => Assert.Same(text, IdentityMask.Apply(text));

    [Theory]
    [InlineData("6f9619ff-8b86-4d01-b42d-00cf4fc964ff")]
    [InlineData("6f9619ff-8b86-4d01-b42d-123456789012")]
    [InlineData("12345678-1234-4123-8123-178342003690")]
    public void A_GUID_is_left_alone_also_one_of_digits(string guid) => Assert.Same(guid, IdentityMask.Apply(guid));

    /// <summary>A record's id is never a national id, and a receipt holds none: a GUID made of one is masked like any text.</summary>
    [Theory]
    [InlineData("00000000-0000-4000-8000-017834200368")]
    [InlineData("00000000-0000-4000-8000-178342003680")]
    public void A_GUID_made_of_a_valid_number_is_masked(string guid) =>
        Assert.Equal("00000000-0000-4000-8000-************", IdentityMask.Apply(guid));
}
