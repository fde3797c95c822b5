using Azure;
using Azure.Core;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Kpr.LocalAzure.Tests.Blobs;

public sealed class BlobExistenceTests : BlobTest
{
    [Fact]
    public async Task Container_CreateIfNotExistsAsync_answers_null_the_second_time()
    {
        var container = Service.GetBlobContainerClient("second");
        Assert.False((await container.ExistsAsync()).Value);

        var created = await container.CreateIfNotExistsAsync(PublicAccessType.None, new Dictionary<string, string> { ["k"] = "v" });
        Assert.Equal(201, created.GetRawResponse().Status);
        Assert.NotEqual(default, created.Value.ETag);
        Assert.Null(await container.CreateIfNotExistsAsync());
        Assert.True((await container.ExistsAsync()).Value);

        Assert.True((await container.DeleteIfExistsAsync()).Value);
        Assert.False((await container.DeleteIfExistsAsync()).Value);
    }

    [Theory]
    [InlineData("ab", "OutOfRangeInput")]
    [InlineData("Upper", "InvalidResourceName")]
    [InlineData("double--hyphen", "InvalidResourceName")]
    public async Task Container_names_are_judged_by_the_service(string name, string code) =>
        await RefusedAsync(() => Service.GetBlobContainerClient(name).CreateIfNotExistsAsync(), 400, code);

    [Fact]
    public async Task Without_a_container_nothing_exists_and_the_rest_is_404()
    {
        var container = Service.GetBlobContainerClient("missing");
        var blob = container.GetBlobClient("b");

        Assert.False((await blob.ExistsAsync()).Value);
        Assert.False((await blob.DeleteIfExistsAsync()).Value);
        await RefusedAsync(() => blob.DeleteAsync(), 404, "ContainerNotFound");
        await RefusedAsync(() => container.GetBlobsAsync().AsPages().FirstAsync().AsTask(), 404, "ContainerNotFound");
    }

    [Fact]
    public async Task Delete_and_DeleteIfExists_differ_on_a_missing_blob_only()
    {
        await RefusedAsync(() => Blob.DeleteAsync(), 404, "BlobNotFound");
        Assert.False((await Blob.DeleteIfExistsAsync()).Value);

        await Blob.UploadAsync(Data("x"));
        var other = new BlobRequestConditions { IfMatch = new ETag("\"0x1\"") };
        await RefusedAsync(() => Blob.DeleteIfExistsAsync(conditions: other), 412, "ConditionNotMet");
        await RefusedAsync(() => Blob.DeleteAsync(conditions: other), 412, "ConditionNotMet");
        Assert.True((await Blob.ExistsAsync()).Value);
        Assert.Equal(202, (await Blob.DeleteAsync(DeleteSnapshotsOption.IncludeSnapshots)).Status);

        await Blob.UploadAsync(Data("x"));
        Assert.True((await Blob.DeleteIfExistsAsync()).Value);
    }

    [Fact]
    public async Task SetMetadataAsync_replaces_all_and_changes_the_tag()
    {
        await RefusedAsync(() => Blob.SetMetadataAsync(new Dictionary<string, string>()), 404, "BlobNotFound");
        var first = (await Blob.UploadAsync(Data("x"), new BlobUploadOptions { Metadata = new Dictionary<string, string> { ["a"] = "1" } })).Value.ETag;

        var second = (await Blob.SetMetadataAsync(new Dictionary<string, string> { ["b"] = "2" }, new BlobRequestConditions { IfMatch = first })).Value.ETag;
        Assert.NotEqual(first, second);
        await RefusedAsync(() => Blob.SetMetadataAsync(null, new BlobRequestConditions { IfMatch = first }), 412, "ConditionNotMet");
        Assert.Equal(["b"], (await Blob.GetPropertiesAsync()).Value.Metadata.Keys);

        await Blob.SetMetadataAsync(null);
        Assert.Empty((await Blob.GetPropertiesAsync()).Value.Metadata);
    }

    [Fact]
    public async Task An_unreachable_service_is_told_try_by_try_or_at_once_without_retries()
    {
        var nowhere = Account.ConnectionString.Replace(new Uri(Service.Uri, "/").Port.ToString(System.Globalization.CultureInfo.InvariantCulture), "1", StringComparison.Ordinal);
        var twice = new BlobContainerClient(nowhere, "files", new BlobClientOptions { Retry = { MaxRetries = 1, Delay = TimeSpan.FromMilliseconds(1) } });
        var all = await Assert.ThrowsAsync<AggregateException>(() => twice.ExistsAsync());
        Assert.All(all.InnerExceptions, inner => Assert.Equal((0, null), (((RequestFailedException)inner).Status, ((RequestFailedException)inner).ErrorCode)));
        Assert.Equal(2, all.InnerExceptions.Count);

        var once = new BlobContainerClient(nowhere, "files", new BlobClientOptions { Retry = { MaxRetries = 0 } });
        Assert.Equal(0, (await Assert.ThrowsAsync<RequestFailedException>(() => once.ExistsAsync())).Status);
    }

    [Fact]
    public async Task Every_constructor_with_a_connection_string_makes_the_same_client()
    {
        await new BlobClient(Account.ConnectionString, "files", "/blob/").UploadAsync(Data("x"));

        Assert.True((await new BlobContainerClient(Account.ConnectionString, "files").ExistsAsync()).Value);
        Assert.Equal("x", await TextAsync());
    }

    [Fact]
    public async Task A_token_is_not_shown_over_plain_http()
    {
        var client = new BlobServiceClient(Service.Uri, new NoToken());
        await Assert.ThrowsAsync<InvalidOperationException>(() => client.GetBlobContainerClient("files").ExistsAsync());
        Assert.Equal("acc", new BlobServiceClient(new Uri("https://acc.blob.core.windows.net"), new NoToken()).AccountName);
        Assert.Equal(("acc", "c"), (new BlobContainerClient(new Uri("https://acc.blob.core.windows.net/c"), new NoToken()).AccountName, new BlobContainerClient(new Uri("https://acc.blob.core.windows.net/c"), new NoToken()).Name));
        Assert.Equal("n/m", new BlobClient(new Uri("https://acc.blob.core.windows.net/c/n/m"), new NoToken()).Name);
    }

    private sealed class NoToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
