using Kpr.Functions.Azure;

namespace Kpr.Functions.Linkages;

/// <summary>Tells whoever makes keys to look at a batch. Telling twice does no harm.</summary>
/// <param name="bus">The queues.</param>
public sealed class TellLinkage(Lazy<MessageBus> bus)
{
    /// <summary>Tells.</summary>
    /// <param name="caseId">Id of the case.</param>
    /// <param name="id">Id of the batch among all.</param>
    /// <param name="status">What it became: a message of the same id and status within an hour is one.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task SendAsync(string caseId, string id, LinkageStatus status, CancellationToken cancellationToken) =>
        bus.Value.SendAsync(Queues.PrepareLinkage, MessageBus.Message($"{id}-{status}", new LinkageMessage(caseId, id), LinkageMessageJson.Default.LinkageMessage), cancellationToken);
}
