using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs.Models;

namespace Kpr.LocalAzure.Tests.Blobs;

public sealed class BlobReadTests : BlobTest
{
    [Fact]
    public async Task Reading_a_missing_blob_is_404()
    {
        await RefusedAsync(() => Blob.DownloadContentAsync(), 404, "BlobNotFound");
        await RefusedAsync(() => Blob.DownloadStreamingAsync(), 404, "BlobNotFound");
        await RefusedAsync(() => Blob.OpenReadAsync(), 404, "BlobNotFound");
        var refused = await RefusedAsync(() => Blob.GetPropertiesAsync(), 404, "BlobNotFound");
        Assert.StartsWith("Service request failed.", refused.Message, StringComparison.Ordinal);
        await RefusedAsync(() => Service.GetBlobContainerClient("missing").GetBlobClient("b").GetPropertiesAsync(), 404, "ContainerNotFound");
        await RefusedAsync(() => Service.GetBlobContainerClient("missing").GetBlobClient("b").DownloadContentAsync(), 404, "ContainerNotFound");
    }

    [Fact]
    public async Task DownloadContentAsync_gives_content_and_details()
    {
        await Blob.UploadAsync(Data("content"), new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = "text/plain" },
            Metadata = new Dictionary<string, string> { ["Key"] = "v" },
        });

        var result = (await Blob.DownloadContentAsync(CancellationToken.None)).Value;

        Assert.Equal("content", result.Content.ToString());
        Assert.Null(result.Content.MediaType);
        Assert.Equal(("text/plain", 7L, "v", BlobType.Block), (result.Details.ContentType, result.Details.ContentLength, result.Details.Metadata["KEY"], result.Details.BlobType));
        Assert.Equal(MD5.HashData("content"u8), result.Details.ContentHash);
        Assert.Equal((await Blob.GetPropertiesAsync()).Value.ETag, result.Details.ETag);
    }

    [Fact]
    public async Task A_part_says_which_and_a_part_beyond_the_end_is_416()
    {
        await Blob.UploadAsync(Data("0123456789"));

        var part = (await PartAsync(new HttpRange(2, 3))).Value;
        Assert.Equal(("234", "bytes 2-4/10"), (part.Content.ToString(), part.Details.ContentRange));
        Assert.Null(part.Details.ContentHash);
        Assert.Equal(MD5.HashData("0123456789"u8), part.Details.BlobContentHash);

        var shortened = await PartAsync(new HttpRange(8, 100));
        Assert.Equal((206, "89"), (shortened.GetRawResponse().Status, shortened.Value.Content.ToString()));
        await RefusedAsync(() => PartAsync(new HttpRange(11, 1)), 416, "InvalidRange");

        Task<Response<BlobDownloadResult>> PartAsync(HttpRange range) => Blob.DownloadContentAsync(new BlobDownloadOptions { Range = range });
    }

    [Fact]
    public async Task An_empty_blob_reads_as_nothing()
    {
        await Blob.UploadAsync(Data(""));

        var empty = await Blob.DownloadContentAsync();
        Assert.Equal((200, 0), (empty.GetRawResponse().Status, empty.Value.Content.ToMemory().Length));
        Assert.Equal("1B2M2Y8AsgTpgAmY7PhCfg==", Convert.ToBase64String(empty.Value.Details.ContentHash!));
        await using var stream = await Blob.OpenReadAsync();
        Assert.Equal((0, 0), (stream.Length, await stream.ReadAsync(new byte[4])));
    }

    [Fact]
    public async Task An_unchanged_blob_is_304_without_exception_when_read_and_with_one_when_asked_for_properties()
    {
        var etag = (await Blob.UploadAsync(Data("x"))).Value.ETag;
        var unchanged = new BlobRequestConditions { IfNoneMatch = etag };

        var content = await Blob.DownloadContentAsync(new BlobDownloadOptions { Conditions = unchanged });
        Assert.Equal((304, false), (content.GetRawResponse().Status, content.HasValue));
        var streaming = await Blob.DownloadStreamingAsync(new BlobDownloadOptions { Conditions = unchanged });
        Assert.Equal((304, false), (streaming.GetRawResponse().Status, streaming.HasValue));
        await RefusedAsync(() => Blob.GetPropertiesAsync(unchanged), 304, "ConditionNotMet");
    }

    [Fact]
    public async Task A_condition_that_does_not_hold_is_412()
    {
        await Blob.UploadAsync(Data("x"));
        var other = new BlobRequestConditions { IfMatch = new ETag("\"0x1\"") };
        var earlier = new BlobRequestConditions { IfUnmodifiedSince = DateTimeOffset.UtcNow.AddDays(-1) };

        await RefusedAsync(() => Blob.DownloadContentAsync(new BlobDownloadOptions { Conditions = other }), 412, "ConditionNotMet");
        await RefusedAsync(() => Blob.DownloadStreamingAsync(new BlobDownloadOptions { Conditions = earlier }), 412, "ConditionNotMet");
        await RefusedAsync(() => Blob.OpenReadAsync(new BlobOpenReadOptions(allowModifications: false) { Conditions = other }), 412, "ConditionNotMet");
    }

    [Fact]
    public async Task DownloadStreamingAsync_gives_a_stream_to_dispose()
    {
        var content = RandomNumberGenerator.GetBytes(300_000);
        await Blob.UploadAsync(BinaryData.FromBytes(content));

        using var result = (await Blob.DownloadStreamingAsync()).Value;
        using var copy = new MemoryStream();
        await result.Content.CopyToAsync(copy);

        Assert.Equal(content, copy.ToArray());
        Assert.Equal(content.Length, result.Details.ContentLength);
    }

    [Fact]
    public async Task A_cancelled_token_cancels_every_call()
    {
        await Blob.UploadAsync(Data("x"));
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAsync<TaskCanceledException>(() => Blob.DownloadContentAsync(cancelled));
        await Assert.ThrowsAsync<TaskCanceledException>(() => Blob.UploadAsync(Data("y"), overwrite: true, cancelled));
        await Assert.ThrowsAsync<TaskCanceledException>(() => Blob.ExistsAsync(cancelled));
        await Assert.ThrowsAsync<TaskCanceledException>(async () =>
        {
            await foreach (var blob in Container.GetBlobsAsync(cancellationToken: cancelled))
            {
                Assert.Fail(blob.Name);
            }
        });
    }
}
