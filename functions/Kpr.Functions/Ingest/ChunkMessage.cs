using Kpr.Core.Formats;

namespace Kpr.Functions.Ingest;

/// <summary>A chunk to judge: a claim check, no content.</summary>
/// <param name="File">Key of the file.</param>
/// <param name="Chunk">The chunk's place in the file.</param>
public sealed record ChunkMessage(string File, Chunk Chunk)
{
    /// <summary>Id of the message: sending it again within the duplicate window does nothing.</summary>
    public string Id => $"{File}-{Chunk.Index:D6}";
}
