namespace Kpr.LocalAzure.Hosting;

/// <summary>Which new blobs are told of, as a CloudEvent of type Microsoft.Storage.BlobCreated, on which queue.</summary>
/// <param name="Container">The container.</param>
/// <param name="Prefix">Beginning of the blob names; empty for all.</param>
/// <param name="Queue">The queue the events go to; <c>%setting%</c> allowed.</param>
public sealed record BlobEventRoute(string Container, string Prefix, string Queue)
{
    /// <summary>Name of the setting with the storage account's connection string.</summary>
    public string StorageConnection { get; init; } = "AzureWebJobsStorage";

    /// <summary>Name of the setting with the namespace's connection string.</summary>
    public string QueueConnection { get; init; } = "ServiceBus";
}
