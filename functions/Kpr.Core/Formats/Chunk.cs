namespace Kpr.Core.Formats;

/// <summary>
/// A stretch of a file that can be read by itself. The numbers say what to add to what a reader of the chunk
/// tells, to get what a reader of the whole file tells.
/// </summary>
/// <param name="Index">0-based place among the chunks of the file.</param>
/// <param name="FirstOrdinal">Ordinal of the first record in the file; the chunk's own begin at 1.</param>
/// <param name="Records">Number of records, at least one.</param>
/// <param name="LineOffset">What to add to a line of the chunk.</param>
/// <param name="MessageOffset">What to add to a 0-based message of the chunk.</param>
/// <param name="Bytes">Length in bytes.</param>
public sealed record Chunk(int Index, long FirstOrdinal, int Records, long LineOffset, int MessageOffset, long Bytes)
{
    /// <summary>What to add to an ordinal of the chunk.</summary>
    public long OrdinalOffset => FirstOrdinal - 1;
}
