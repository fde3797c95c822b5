using Azure.Storage.Blobs;
using Kpr.LocalAzure.Tests.Azurite;

namespace Kpr.LocalAzure.Tests.Blobs;

/// <summary>A fresh account with one empty container.</summary>
public abstract class BlobTest : AzuriteFixture
{
    protected BlobServiceClient Service { get; private set; } = null!;

    protected BlobContainerClient Container { get; private set; } = null!;

    protected BlobClient Blob => Container.GetBlobClient("blob");

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Service = new BlobServiceClient(Account.ConnectionString);
        Container = Service.GetBlobContainerClient("files");
        await Container.CreateIfNotExistsAsync();
    }

    protected async Task<string> TextAsync(BlobClient? blob = null) => (await (blob ?? Blob).DownloadContentAsync()).Value.Content.ToString();

    protected static BinaryData Data(string text) => BinaryData.FromString(text);
}
