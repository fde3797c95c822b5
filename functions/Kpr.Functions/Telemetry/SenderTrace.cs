using System.Diagnostics;
using Azure;
using Kpr.Functions.Azure;
using Kpr.Functions.Ingest;

namespace Kpr.Functions.Telemetry;

/// <summary>
/// Links the trace of a file to that of its sender, where the blob's metadata tells of one. A link and not a parent: what comes
/// from outside does not decide what is traced here.
/// </summary>
/// <param name="storage">The storage accounts.</param>
public sealed class SenderTrace(StorageAccounts storage)
{
    private const int NotFound = 404;

    /// <summary>Adds the link; asks storage only when somebody listens.</summary>
    public async Task LinkAsync(Activity? span, FileRow row, CancellationToken cancellationToken)
    {
        if (span is not { IsAllDataRequested: true })
        {
            return;
        }

        try
        {
            var blob = storage.Landing.GetBlobContainerClient(Containers.Incoming).GetBlobClient(row.BlobName);
            var metadata = (await blob.GetPropertiesAsync(cancellationToken: cancellationToken)).Value.Metadata;
            if (metadata.TryGetValue(Tracing.BlobMetadata, out var told) && ActivityContext.TryParse(told, null, isRemote: true, out var sender))
            {
                span.AddLink(new ActivityLink(sender));
            }
        }
        catch (RequestFailedException e) when (e.Status == NotFound)
        {
            // Gone before it could be read; the reading will tell.
        }
    }
}
