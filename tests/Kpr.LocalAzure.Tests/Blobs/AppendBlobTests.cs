using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Kpr.LocalAzure.Tests.Blobs;

public sealed class AppendBlobTests : BlobTest
{
    private AppendBlobClient Log => Container.GetAppendBlobClient("log");

    [Fact]
    public async Task CreateIfNotExistsAsync_answers_null_the_second_time()
    {
        var created = await Log.CreateIfNotExistsAsync(new AppendBlobCreateOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/jsonl" },
            Metadata = new Dictionary<string, string> { ["k"] = "v" },
        });
        Assert.Equal(201, created.GetRawResponse().Status);
        Assert.Null(await Log.CreateIfNotExistsAsync());

        var properties = (await Log.GetPropertiesAsync()).Value;
        Assert.Equal((BlobType.Append, 0L, "application/jsonl", "v"), (properties.BlobType, properties.ContentLength, properties.ContentType, properties.Metadata["k"]));
    }

    [Fact]
    public async Task AppendBlockAsync_adds_at_the_end()
    {
        await RefusedAsync(() => AppendAsync("x"), 404, "BlobNotFound");
        await Log.CreateIfNotExistsAsync();

        var first = (await AppendAsync("one\n")).Value;
        var second = (await AppendAsync("two\n")).Value;

        Assert.Equal(("0", 1, "4", 2), (first.BlobAppendOffset, first.BlobCommittedBlockCount, second.BlobAppendOffset, second.BlobCommittedBlockCount));
        Assert.NotEqual(first.ETag, second.ETag);
        Assert.Equal("one\ntwo\n", (await Log.DownloadContentAsync()).Value.Content.ToString());
        Assert.Equal(2, (await Log.GetPropertiesAsync()).Value.BlobCommittedBlockCount);
    }

    [Fact]
    public async Task AppendBlockAsync_obeys_conditions()
    {
        await Log.CreateIfNotExistsAsync();
        var etag = (await AppendAsync("one")).Value.ETag;

        await RefusedAsync(() => AppendAsync("x", new AppendBlobRequestConditions { IfAppendPositionEqual = 0 }), 412, "AppendPositionConditionNotMet");
        await AppendAsync("two", new AppendBlobRequestConditions { IfAppendPositionEqual = 3, IfMatch = etag });
        await RefusedAsync(() => AppendAsync("x", new AppendBlobRequestConditions { IfMatch = etag }), 412, "ConditionNotMet");
    }

    [Fact]
    public async Task Block_and_append_blobs_are_not_each_other()
    {
        await Blob.UploadAsync(Data("x"));
        await RefusedAsync(() => Container.GetAppendBlobClient("blob").AppendBlockAsync(new MemoryStream([1])), 409, "InvalidBlobType");

        await Log.CreateIfNotExistsAsync();
        await Container.GetBlobClient("log").UploadAsync(Data("block"), overwrite: true);
        Assert.Equal(BlobType.Block, (await Log.GetPropertiesAsync()).Value.BlobType);
    }

    private Task<Response<BlobAppendInfo>> AppendAsync(string text, AppendBlobRequestConditions? conditions = null) =>
        Log.AppendBlockAsync(Data(text).ToStream(), conditions is null ? null : new AppendBlobAppendBlockOptions { Conditions = conditions });
}
