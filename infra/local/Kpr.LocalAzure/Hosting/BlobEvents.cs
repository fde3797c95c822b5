using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Messaging.ServiceBus;
using Azure.Storage.Blobs;
using Kpr.LocalAzure.Faults;
using Microsoft.Extensions.Logging;

namespace Kpr.LocalAzure.Hosting;

/// <summary>
/// Stands in for an Event Grid subscription with a Service Bus queue as its end: a CloudEvent 1.0 for each new version
/// of a blob. The id follows from container, name and version, so that an event sent twice is known for a duplicate.
/// </summary>
internal sealed class BlobEvents(BlobEventRoute route, string queue, BlobContainerClient container, ServiceBusSender sender, ILogger log) : IBlobReceiver
{
    public string Name => $"events:{route.Prefix}>{queue}";

    public int? MostAttempts => null;

    public bool Means(string blobName) => blobName.StartsWith(route.Prefix, StringComparison.Ordinal);

    public async Task<Outcome> TakeAsync(BlobVersion blob)
    {
        var id = Id(blob);
        try
        {
            // Event Grid is outside the app: its calls are not the app's.
            using (IoSwitch.Unobserved())
            {
                await sender.SendMessageAsync(new ServiceBusMessage(Event(id, blob)) { MessageId = id, ContentType = "application/cloudevents+json; charset=utf-8" });
            }
        }
        catch (ServiceBusException exception)
        {
            Log.EventNotSent(log, container.Name, queue, exception.Reason.ToString());
            return Outcome.Failed;
        }

        Log.EventSent(log, id, container.Name, queue);
        return Outcome.Succeeded;
    }

    private string Id(BlobVersion blob) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{container.AccountName}\n{container.Name}\n{blob.Name}\n{blob.ETag}"))[..16]).ToString();

    private BinaryData Event(string id, BlobVersion blob) => BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(new
    {
        specversion = "1.0",
        type = "Microsoft.Storage.BlobCreated",
        source = $"/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/local/providers/Microsoft.Storage/storageAccounts/{container.AccountName}",
        id,
        time = blob.Modified.UtcDateTime,
        subject = $"/blobServices/default/containers/{container.Name}/blobs/{blob.Name}",
        datacontenttype = "application/json",
        data = new
        {
            api = "PutBlob",
            eTag = blob.ETag,
            contentType = blob.ContentType,
            contentLength = blob.Length,
            blobType = blob.BlobType,
            url = container.GetBlobClient(blob.Name).Uri.AbsoluteUri,
        },
    }));
}
