using Azure.Messaging.ServiceBus;
using Kpr.Core.Formats;
using Kpr.Functions.Azure;

namespace Kpr.Functions.Ingest;

/// <summary>A chunk to judge: a claim check, no content.</summary>
/// <param name="File">Key of the file.</param>
/// <param name="Chunk">The chunk's place in the file.</param>
public sealed record ChunkMessage(string File, Chunk Chunk) : IAboutFile
{
    /// <summary>Queue of a feed's chunks.</summary>
    public static string QueueOf(Feed feed) => feed.IsMunicipal ? Queues.ValidateMunicipal : Queues.ValidateClaims;

    /// <summary>The message as it is sent. Its id says what it is about: sending it again within the duplicate window does nothing.</summary>
    public ServiceBusMessage ToMessage() => MessageBus.Message($"{File}-{Chunk.Index:D6}", this, IngestJson.Default.ChunkMessage);
}
