using System.Security.Cryptography;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kpr.LocalAzure.Faults;

namespace Kpr.LocalAzure.Tests.Blobs;

public sealed class BlobUploadTests : BlobTest
{
    [Fact]
    public async Task UploadAsync_without_overwrite_on_an_existing_blob_is_409()
    {
        await Blob.UploadAsync(Data("one"));

        await RefusedAsync(() => Blob.UploadAsync(Data("two")), 409, "BlobAlreadyExists");
        await RefusedAsync(() => Blob.UploadAsync(new MemoryStream([1])), 409, "BlobAlreadyExists");
        await RefusedAsync(() => Blob.UploadAsync(new MemoryStream([1]), overwrite: false), 409, "BlobAlreadyExists");
        Assert.Equal("one", await TextAsync());
    }

    [Fact]
    public async Task UploadAsync_with_overwrite_or_options_without_conditions_replaces()
    {
        await Blob.UploadAsync(Data("one"));
        var replaced = await Blob.UploadAsync(Data("two"), overwrite: true);
        Assert.Equal(201, replaced.GetRawResponse().Status);

        await Blob.UploadAsync(Data("three"), new BlobUploadOptions());
        await Blob.UploadAsync(Data("four"), options: null);
        Assert.Equal("four", await TextAsync());
    }

    [Fact]
    public async Task UploadAsync_tells_tag_time_and_hash()
    {
        var stored = (await Blob.UploadAsync(Data("content"))).Value;

        Assert.Matches("^\"0x[0-9A-F]+\"$", stored.ETag.ToString());
        Assert.Equal(MD5.HashData("content"u8), stored.ContentHash);
        Assert.Equal(TimeSpan.Zero, stored.LastModified.Offset);
        Assert.Equal(0, stored.LastModified.Ticks % TimeSpan.TicksPerSecond);
    }

    [Fact]
    public async Task UploadAsync_obeys_conditions()
    {
        await RefusedAsync(() => UploadAsync(new BlobRequestConditions { IfMatch = new ETag("\"0x1\"") }), 412, "ConditionNotMet");
        var first = await UploadAsync(null);
        await RefusedAsync(() => UploadAsync(new BlobRequestConditions { IfNoneMatch = ETag.All }), 409, "BlobAlreadyExists");
        await RefusedAsync(() => UploadAsync(new BlobRequestConditions { IfNoneMatch = first.ETag }), 412, "ConditionNotMet");
        await RefusedAsync(() => UploadAsync(new BlobRequestConditions { IfMatch = new ETag("\"0x1\"") }), 412, "ConditionNotMet");

        // The unquoted text of a tag, as listings give it, matches too.
        var second = await UploadAsync(new BlobRequestConditions { IfMatch = new ETag(first.ETag.ToString().Trim('"')) });
        Assert.NotEqual(first.ETag, second.ETag);

        async Task<BlobContentInfo> UploadAsync(BlobRequestConditions? conditions) =>
            (await Blob.UploadAsync(Data("same"), new BlobUploadOptions { Conditions = conditions })).Value;
    }

    [Fact]
    public async Task UploadAsync_replaces_headers_and_metadata_too()
    {
        await Blob.UploadAsync(Data("one"), new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = "text/plain", ContentEncoding = "identity", ContentLanguage = "nb", ContentDisposition = "inline", CacheControl = "no-store" },
            Metadata = new Dictionary<string, string> { ["Sender"] = "0301", ["empty"] = "" },
        });
        var properties = (await Blob.GetPropertiesAsync()).Value;
        Assert.Equal(
            ("text/plain", "identity", "nb", "inline", "no-store"),
            (properties.ContentType, properties.ContentEncoding, properties.ContentLanguage, properties.ContentDisposition, properties.CacheControl));
        Assert.Equal("0301", properties.Metadata["sENDER"]);
        Assert.Contains("Sender", properties.Metadata.Keys);
        Assert.Equal("", properties.Metadata["empty"]);

        await Blob.UploadAsync(BinaryData.FromBytes("two"u8.ToArray(), "text/csv"), overwrite: true);
        properties = (await Blob.GetPropertiesAsync()).Value;
        Assert.Equal("application/octet-stream", properties.ContentType);
        Assert.Empty(properties.Metadata);
    }

    [Fact]
    public async Task UploadAsync_takes_the_rest_of_a_stream_and_leaves_it_open()
    {
        using var stream = new MemoryStream("skipped-rest"u8.ToArray()) { Position = 8 };
        await Blob.UploadAsync(stream);

        Assert.Equal("rest", await TextAsync());
        Assert.True(stream.CanRead);
        Assert.Equal(stream.Length, stream.Position);
    }

    [Fact]
    public async Task UploadAsync_judges_the_stream_before_sending()
    {
        using var spent = new MemoryStream([1, 2]) { Position = 2 };
        var error = await Assert.ThrowsAsync<ArgumentException>(() => Blob.UploadAsync(spent));
        Assert.StartsWith("content.Position must be less than content.Length", error.Message, StringComparison.Ordinal);

        var missing = await Assert.ThrowsAsync<ArgumentNullException>(() => Blob.UploadAsync((Stream)null!));
        Assert.Equal("content", missing.ParamName);
        await Assert.ThrowsAsync<NullReferenceException>(() => Blob.UploadAsync((BinaryData)null!));

        await Blob.UploadAsync(new MemoryStream());
        Assert.Equal("", await TextAsync());
    }

    [Theory]
    [InlineData(99, 1)] // shorter than the initial size: one request
    [InlineData(100, 4)] // as long: blocks of 40, 40 and 20, and the commit
    [InlineData(101, 4)]
    public async Task UploadAsync_cuts_content_from_the_initial_size_on(int length, int requests)
    {
        var content = RandomNumberGenerator.GetBytes(length);
        var calls = await CallsAsync(() => Blob.UploadAsync(new MemoryStream(content), new BlobUploadOptions
        {
            TransferOptions = new StorageTransferOptions { InitialTransferSize = 100, MaximumTransferSize = 40 },
        }));

        Assert.Equal(requests, calls);
        Assert.Equal(content, (await Blob.DownloadContentAsync()).Value.Content.ToArray());
        Assert.Equal(requests == 1, (await Blob.GetPropertiesAsync()).Value.ContentHash is not null);
    }

    [Fact]
    public async Task UploadAsync_of_an_unseekable_stream_stages_and_commits()
    {
        var calls = await CallsAsync(() => Blob.UploadAsync(new UnseekableStream("small"u8.ToArray()), new BlobUploadOptions
        {
            Metadata = new Dictionary<string, string> { ["k"] = "v" },
            HttpHeaders = new BlobHttpHeaders { ContentType = "text/plain" },
        }));

        Assert.Equal(2, calls);
        Assert.Equal("small", await TextAsync());
        var properties = (await Blob.GetPropertiesAsync()).Value;
        Assert.Equal(("text/plain", "v"), (properties.ContentType, properties.Metadata["k"]));
    }

    [Fact]
    public async Task UploadAsync_in_blocks_states_its_condition_when_it_commits()
    {
        await Blob.UploadAsync(Data("there"));
        var before = IoSwitch.Of(Account.Name).Count;

        await RefusedAsync(() => Blob.UploadAsync(new UnseekableStream([1]), overwrite: false), 409, "BlobAlreadyExists");

        Assert.Equal(2, IoSwitch.Of(Account.Name).Count - before);
        Assert.Equal("there", await TextAsync());
    }

    [Fact]
    public async Task UploadAsync_without_container_is_404()
    {
        var blob = Service.GetBlobContainerClient("missing").GetBlobClient("b");
        var refused = await RefusedAsync(() => blob.UploadAsync(Data("x")), 404, "ContainerNotFound");
        Assert.StartsWith("The specified container does not exist.", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Status: 404", refused.Message, StringComparison.Ordinal);
        Assert.Contains("ErrorCode: ContainerNotFound", refused.Message, StringComparison.Ordinal);
        Assert.True(refused.ErrorCode == BlobErrorCode.ContainerNotFound);
    }

    [Fact]
    public async Task Metadata_names_are_judged_where_the_genuine_client_judges_them()
    {
        var once = new BlobClientOptions { Retry = { MaxRetries = 0 } };
        var blob = new BlobClient(Account.ConnectionString, "files", "blob", once);
        await RefusedAsync(() => SetAsync("not-allowed", "v"), 400, "InvalidMetadata");
        await Assert.ThrowsAnyAsync<InvalidOperationException>(() => SetAsync("with space", "v"));
        await RefusedAsync(() => SetAsync("name", "blåbær"), 0, null);

        Task SetAsync(string name, string value) => blob.UploadAsync(Data("x"), new BlobUploadOptions { Metadata = new Dictionary<string, string> { [name] = value } });
    }

    private async Task<long> CallsAsync(Func<Task> act)
    {
        var before = IoSwitch.Of(Account.Name).Count;
        await act();
        return IoSwitch.Of(Account.Name).Count - before;
    }
}
