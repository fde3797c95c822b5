using System.Buffers;

namespace Kpr.Core.Formats;

/// <summary>
/// Cuts a file into chunks while it is read, once and forwards: each chunk is a document of the format with the
/// original bytes of its records, so that chunks can be judged apart and in any order.
/// </summary>
/// <remarks>
/// What stands behind the last record (contacts, municipality, totals) is in no chunk: it is in the reader's
/// envelopes when <see cref="Next"/> has answered null. A file with a <see cref="RecordReader.Fatal"/> fault has
/// chunks up to the fault; none of them may be sent on.
/// </remarks>
/// <param name="reader">The file; stays the caller's. Nobody else reads from it meanwhile.</param>
/// <param name="maxRecords">Number of records that fills a chunk.</param>
/// <param name="maxBytes">Length in bytes that fills a chunk; it may pass this by its last record.</param>
public sealed class ChunkCutter(
    RecordReader reader, int maxRecords = ChunkCutter.UsualRecords, long maxBytes = ChunkCutter.UsualBytes)
{
    /// <summary>Number of records that fills a chunk when nothing else is told.</summary>
    public const int UsualRecords = 5_000;

    /// <summary>Length in bytes that fills a chunk when nothing else is told: 8 MiB.</summary>
    public const long UsualBytes = 8 << 20;

    private readonly ArrayBufferWriter<byte> _start = new(512);
    private readonly ArrayBufferWriter<byte> _end = new(64);
    private int _chunks;
    private int _message;

    /// <summary>Reads as many records as fill a chunk and writes the chunk.</summary>
    /// <param name="target">Takes the bytes of this chunk; nothing is written when there are no more records.</param>
    /// <param name="read">Called with each record that was read.</param>
    /// <returns>What was written; null when there are no more records, or a fault ended the reading before one.</returns>
    /// <exception cref="IOException">The source cannot be read.</exception>
    public Chunk? Next(IBufferWriter<byte> target, Action<FeedRecord>? read = null)
    {
        if (!reader.Read())
        {
            return null;
        }

        var first = reader.Record.Ordinal;
        var lineOffset = _chunks == 0 ? 0 : reader.SliceLine - 1;
        var messageOffset = _message;
        var counted = new CountingWriter(target);
        counted.Write(_start.WrittenSpan);
        var records = 0;
        do
        {
            read?.Invoke(reader.Record);
            reader.WriteSlice(counted, opensChunk: records == 0 && _chunks > 0);
            records++;
            // Behind the last record the reader stands elsewhere; so the end is noted while it is at hand.
            _end.ResetWrittenCount();
            reader.WriteChunkEnd(_end);
            _message = reader.Record.Message;
            if (records == maxRecords || counted.Count >= maxBytes)
            {
                _start.ResetWrittenCount();
                reader.WriteChunkStart(_start);
                break;
            }
        }
        while (reader.Read());

        counted.Write(_end.WrittenSpan);
        return new Chunk(_chunks++, first, records, lineOffset, messageOffset, counted.Count);
    }

    private sealed class CountingWriter(IBufferWriter<byte> inner) : IBufferWriter<byte>
    {
        public long Count { get; private set; }

        public void Advance(int count)
        {
            inner.Advance(count);
            Count += count;
        }

        public Memory<byte> GetMemory(int sizeHint = 0) => inner.GetMemory(sizeHint);

        public Span<byte> GetSpan(int sizeHint = 0) => inner.GetSpan(sizeHint);
    }
}
