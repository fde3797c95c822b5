using Azure;
using Azure.Storage.Blobs.Models;

namespace Kpr.LocalAzure.Tests.Blobs;

public sealed class BlobListingTests : BlobTest
{
    [Fact]
    public async Task GetBlobsAsync_is_in_ordinal_order_and_names_survive()
    {
        string[] names = ["l//dbl", "l/10", "l/2", "l/B", "l/_", "l/a", "l/a b", "l/a#b", "l/a%20b", "l/a+b", "l/a?b", "l/b", "l/é", "l/日本"];
        foreach (var name in names.Reverse())
        {
            await Container.GetBlobClient(name).UploadAsync(Data(name));
        }

        var listed = await NamesAsync("l/");

        Assert.Equal(names, listed);
        foreach (var name in names)
        {
            var blob = Container.GetBlobClient(name);
            Assert.Equal((name, name), (blob.Name, await TextAsync(blob)));
        }
    }

    [Theory]
    [InlineData("a\tb")]
    [InlineData("a\nb")]
    [InlineData("a\rb")]
    [InlineData("a\r\nb")]
    [InlineData("a\u007Fb")]
    [InlineData("a\u0085b")]
    [InlineData("a&#1;b")]
    [InlineData(" a b ")]
    public async Task A_name_with_signs_that_XML_changes_is_listed_as_it_is(string name)
    {
        await Container.GetBlobClient("0").UploadAsync(Data("x"));
        await Container.GetBlobClient(name).UploadAsync(Data("x"));
        await Container.GetBlobClient("z").UploadAsync(Data("x"));

        var names = await NamesAsync(null);

        Assert.Equal(((string[])["0", name, "z"]).Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("a\u0001b")]
    [InlineData("a\u001Fb")]
    [InlineData("a\uFFFEb")]
    public async Task A_name_that_cannot_be_listed_hides_none_in_other_folders_and_is_told_as_a_failure(string name)
    {
        foreach (var other in (string[])["feed/1/a", $"feed/2/{name}", "feed/2/sub/b", "feed/3/c", "feed/3/d/e", "top"])
        {
            await Container.GetBlobClient(other).UploadAsync(Data("x"));
        }

        foreach (var size in (int?[])[null, 1])
        {
            var names = new SortedSet<string>(StringComparer.Ordinal);
            var failed = await Assert.ThrowsAsync<RequestFailedException>(async () =>
            {
                await foreach (var page in Container.GetBlobsAsync().AsPages(pageSizeHint: size))
                {
                    names.UnionWith(page.Values.Select(blob => blob.Name));
                }
            });

            Assert.Equal(500, failed.Status);
            Assert.Equal(["feed/1/a", "feed/3/c", "feed/3/d/e", "top"], names);
        }

        Assert.Equal(["feed/3/c", "feed/3/d/e"], await NamesAsync("feed/3/"));
        await Container.GetBlobClient($"feed/2/{name}").DeleteAsync();
        Assert.Equal(5, (await NamesAsync(null)).Count);
    }

    [Fact]
    public async Task Names_are_case_sensitive_and_lose_outer_slashes()
    {
        await Container.GetBlobClient("/in/x/").UploadAsync(Data("1"));
        await Container.GetBlobClient("In/x").UploadAsync(Data("2"));
        await Container.GetBlobClient("a/../b").UploadAsync(Data("3"));

        Assert.Equal(["In/x", "b", "in/x"], await NamesAsync(null));
        Assert.Equal(["in/x"], await NamesAsync("in"));
        Assert.Equal("b", Container.GetBlobClient("a/../b").Name);
        Assert.Equal("files", Container.GetBlobClient("a/b").BlobContainerName);
        Assert.Equal($"{Container.Uri}/a%20b/c%23", Container.GetBlobClient("a b/c#").Uri.AbsoluteUri);
        Assert.Equal((Account.Name, Account.Name, Account.Name, "files"), (Service.AccountName, Container.AccountName, Blob.AccountName, Container.Name));
        var empty = Assert.Throws<ArgumentException>(() => Container.GetBlobClient(""));
        Assert.Equal("blobName", empty.ParamName);
    }

    [Fact]
    public async Task AsPages_cuts_and_the_last_page_has_an_empty_token()
    {
        foreach (var number in Enumerable.Range(1, 7))
        {
            await Container.GetBlobClient($"b{number}").UploadAsync(Data("x"));
        }

        var pages = await Container.GetBlobsAsync().AsPages(pageSizeHint: 3).ToListAsync();
        Assert.Equal([3, 3, 1], pages.Select(page => page.Values.Count));
        Assert.Equal("", pages[^1].ContinuationToken);

        var second = await Container.GetBlobsAsync().AsPages(pages[0].ContinuationToken, 3).FirstAsync();
        Assert.Equal(["b4", "b5", "b6"], second.Values.Select(blob => blob.Name));

        var none = Assert.Single(await Container.GetBlobsAsync(prefix: "none").AsPages().ToListAsync());
        Assert.Empty(none.Values);
        Assert.Equal("", none.ContinuationToken);
    }

    [Fact]
    public async Task Items_tell_properties_and_metadata_when_asked()
    {
        await Blob.UploadAsync(Data("seven77"), new BlobUploadOptions { Metadata = new Dictionary<string, string> { ["Key"] = "v" }, HttpHeaders = new BlobHttpHeaders { ContentType = "text/plain" } });
        var known = (await Blob.GetPropertiesAsync()).Value;

        var plain = await Container.GetBlobsAsync().SingleAsync();
        var item = await Container.GetBlobsAsync(BlobTraits.Metadata).SingleAsync();

        Assert.Empty(plain.Metadata);
        Assert.Equal("v", item.Metadata["kEY"]);
        Assert.Equal((7L, "text/plain", BlobType.Block), (item.Properties.ContentLength, item.Properties.ContentType, item.Properties.BlobType));
        Assert.Equal((known.LastModified, known.CreatedOn), (item.Properties.LastModified, item.Properties.CreatedOn));
        Assert.Equal(known.ContentHash, item.Properties.ContentHash);

        // Listings give the tag without quotes: the two values are not equal, though the tag is the same.
        Assert.NotEqual(known.ETag, item.Properties.ETag);
        Assert.Equal(known.ETag.ToString(), $"\"{item.Properties.ETag}\"");
    }

    [Fact]
    public async Task Uncommitted_blobs_are_listed_only_when_asked_for()
    {
        var upload = new Kpr.LocalAzure.Blobs.Wire.BlockUpload(Blob.Connection, Blob.Uri, null, null);
        await upload.StageAsync("staged"u8.ToArray(), async: true, CancellationToken.None);

        Assert.False((await Blob.ExistsAsync()).Value);
        Assert.Empty(await NamesAsync(null));
        Assert.Equal("blob", (await Container.GetBlobsAsync(states: BlobStates.Uncommitted).SingleAsync()).Name);
    }

    [Fact]
    public async Task GetBlobsByHierarchyAsync_tells_prefixes_first()
    {
        foreach (var name in new[] { "l/a", "l/b/1", "l/b/2", "l/c", "l/0/x" })
        {
            await Container.GetBlobClient(name).UploadAsync(Data("x"));
        }

        var items = await Container.GetBlobsByHierarchyAsync(delimiter: "/", prefix: "l/").ToListAsync();
        Assert.Equal(["l/0/", "l/b/", "l/a", "l/c"], items.Select(item => item.IsPrefix ? item.Prefix : item.Blob?.Name));
        Assert.Equal([false, false, true, true], items.Select(item => item.IsBlob));

        var top = await Container.GetBlobsByHierarchyAsync(delimiter: "/", prefix: "l").SingleAsync();
        Assert.Equal("l/", top.Prefix);
    }

    private async Task<List<string>> NamesAsync(string? prefix) => await Container.GetBlobsAsync(prefix: prefix).Select(blob => blob.Name).ToListAsync();
}
