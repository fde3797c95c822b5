using Kpr.Functions.Azure;

namespace Kpr.Functions.Extracts;

/// <summary>Tells whoever makes extracts to look at one. Telling twice does no harm.</summary>
/// <param name="bus">The queues.</param>
public sealed class TellPreparation(Lazy<MessageBus> bus)
{
    /// <summary>Tells.</summary>
    /// <param name="id">Id of the extract.</param>
    /// <param name="status">What it became: a message of the same id and status within an hour is one.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task SendAsync(string id, ExtractStatus status, CancellationToken cancellationToken) =>
        bus.Value.SendAsync(Queues.PrepareExtract, MessageBus.Message($"{id}-{status}", new ExtractMessage(id), ExtractMessageJson.Default.ExtractMessage), cancellationToken);

    /// <summary>Asks for the register's certificate to be made.</summary>
    public Task WantCertificateAsync(CancellationToken cancellationToken) => SendAsync(ExtractMessage.Certificate, ExtractStatus.Ordered, cancellationToken);
}
