namespace Azure.Storage.Blobs.Specialized;

/// <summary>Clients for the rarer kinds of blob.</summary>
public static class SpecializedBlobExtensions
{
    /// <summary>A client for an append blob; nothing is sent.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static AppendBlobClient GetAppendBlobClient(this BlobContainerClient client, string blobName) => client.GetAppendBlobClientCore(blobName);
}
