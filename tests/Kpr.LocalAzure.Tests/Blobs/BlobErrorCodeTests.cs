using Azure.Storage.Blobs.Models;

namespace Kpr.LocalAzure.Tests.Blobs;

public sealed class BlobErrorCodeTests
{
    [Fact]
    public void A_code_is_its_text()
    {
        BlobErrorCode code = "BlobNotFound";
        string? text = "BlobNotFound";

        Assert.Equal(BlobErrorCode.BlobNotFound, code);
        Assert.True(code == text && text == code && code == BlobErrorCode.BlobNotFound);
        Assert.True(code != "other" && "other" != code && code != BlobErrorCode.ConditionNotMet && null != code);
        Assert.Equal("BlobNotFound", code.ToString());
        Assert.Equal(BlobErrorCode.BlobNotFound.GetHashCode(), code.GetHashCode());
    }
}
