using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs;
using Kpr.Core.Tests.CareEvents;
using Kpr.Functions.Azure;
using Kpr.LocalAzure.Azurite;

namespace Kpr.Functions.Tests.Ingest;

/// <summary>
/// What a link of <c>infra/senders/upload-link.sh</c> lets its holder do, on Azurite: a SAS for one blob, to create and write. Azurite
/// has no Entra, so the one here is signed with the account's key, where Azure's is signed with a delegated one; place, rights and time
/// are judged alike.
/// </summary>
public sealed class UploadLinkRightsTests : IAsyncLifetime
{
    private const string Own = "care-events/0301/hendelser.xml";
    private const string Other = "care-events/4601/hendelser.xml";

    private static readonly HttpClient Http = new();

    private AzuriteAccount _account = null!;
    private BlobContainerClient _incoming = null!;

    public async Task InitializeAsync()
    {
        _account = await SharedAzurite.NextAccountAsync();
        _incoming = new BlobServiceClient(_account.ConnectionString).GetBlobContainerClient(Containers.Incoming);
        await _incoming.CreateIfNotExistsAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Its_own_blob_may_be_written_and_written_again()
    {
        var link = Link(Own, TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.Created, await PutAsync(Own, link));
        Assert.Equal(HttpStatusCode.Created, await PutAsync(Own, link));
    }

    [Fact]
    public async Task Nothing_else_may_be_done_with_it()
    {
        var link = Link(Own, TimeSpan.FromHours(1));
        await PutAsync(Own, link);
        await _incoming.GetBlobClient(Other).UploadAsync(BinaryData.FromString("another's"));

        Assert.Equal(HttpStatusCode.Forbidden, await PutAsync(Other, link));
        Assert.Equal(HttpStatusCode.Forbidden, await PutAsync("care-events/0301/en-til.xml", link));
        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(HttpMethod.Get, Own, link));
        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(HttpMethod.Get, Other, link));
        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(HttpMethod.Delete, Own, link));
        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(HttpMethod.Get, "", $"restype=container&comp=list&{link}"));
    }

    [Fact]
    public async Task After_its_time_it_opens_nothing() =>
        Assert.Equal(HttpStatusCode.Forbidden, await PutAsync(Own, Link(Own, TimeSpan.FromMinutes(-1))));

    [Fact]
    public async Task A_link_that_was_changed_opens_nothing() =>
        Assert.Equal(HttpStatusCode.Forbidden, await PutAsync(Own, Link(Own, TimeSpan.FromHours(1)).Replace("sp=cw", "sp=rcwd", StringComparison.Ordinal)));

    private Task<HttpStatusCode> PutAsync(string name, string link) => SendAsync(HttpMethod.Put, name, link);

    private async Task<HttpStatusCode> SendAsync(HttpMethod method, string name, string link)
    {
        using var request = new HttpRequestMessage(method, new Uri($"{_incoming.Uri}{(name.Length == 0 ? "" : "/")}{name}?{link}"));
        if (method == HttpMethod.Put)
        {
            request.Content = new StringContent(new CareEventDocument().Add().ToString());
            request.Headers.Add("x-ms-blob-type", "BlockBlob");
        }

        using var answer = await Http.SendAsync(request);
        return answer.StatusCode;
    }

    // The fields of the version 2020-12-06, in their order; what is not used is empty.
    private string Link(string name, TimeSpan life)
    {
        const string version = "2020-12-06";
        var expiry = TimeProvider.System.GetUtcNow().Add(life).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var text = string.Join('\n', "cw", "", expiry, $"/blob/{_account.Name}/{Containers.Incoming}/{name}", "", "", "", version, "b", "", "", "", "", "", "", "");
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(_account.Key), Encoding.UTF8.GetBytes(text)));
        return $"sp=cw&se={Uri.EscapeDataString(expiry)}&sv={version}&sr=b&sig={Uri.EscapeDataString(signature)}";
    }
}
