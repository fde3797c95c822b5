using System.Globalization;
using Kpr.Functions.Azure;

namespace Kpr.Functions.Linkages;

/// <summary>Tells whoever makes keys to look at a batch. Telling twice does no harm.</summary>
/// <param name="bus">The queues.</param>
public sealed class TellLinkage(Lazy<MessageBus> bus)
{
    /// <summary>Tells.</summary>
    /// <param name="caseId">Id of the case.</param>
    /// <param name="id">Id of the batch among all.</param>
    /// <param name="status">What it became.</param>
    /// <param name="at">When it was ordered: a message of the same id, status and moment within an hour is one.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task SendAsync(string caseId, string id, LinkageStatus status, DateTime at, CancellationToken cancellationToken) =>
        bus.Value.SendAsync(Queues.PrepareLinkage, MessageBus.Message(string.Create(CultureInfo.InvariantCulture, $"{id}-{status}-{at.Ticks}"), new LinkageMessage(caseId, id), LinkageMessageJson.Default.LinkageMessage), cancellationToken);
}
