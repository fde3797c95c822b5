using System.Buffers;
using Kpr.Core.Formats.Sources;

namespace Kpr.Core.Formats;

/// <summary>
/// Reads a file of one format record by record, forwards only and in constant memory. Malformed content is a
/// value (<see cref="Fatal"/>); an exception is an outage or a bug.
/// </summary>
public abstract class RecordReader : IDisposable
{
    private readonly List<MessageEnvelope> _envelopes = [];

    /// <summary>Name of the format for the receipt, for example "XPR(ipl)".</summary>
    public abstract string Format { get; }

    /// <summary>The present record; the same instance for every record.</summary>
    public abstract FeedRecord Record { get; }

    /// <summary>The messages met so far; complete when <see cref="Read"/> has answered false.</summary>
    public IReadOnlyList<MessageEnvelope> Envelopes => _envelopes;

    /// <summary>Number of records read so far.</summary>
    public long Records { get; protected set; }

    /// <summary>What ended the reading before the end of the file; null when nothing did.</summary>
    public Fault? Fatal { get; private set; }

    /// <summary>Reads the next record.</summary>
    /// <returns>False at the end of the file, and when a fault makes further reading senseless.</returns>
    /// <exception cref="IOException">The source cannot be read.</exception>
    public bool Read()
    {
        if (Fatal is not null)
        {
            return false;
        }

        try
        {
            return ReadRecord();
        }
        catch (SourceFaultException fault)
        {
            Fatal = fault.Fault;
            return false;
        }
    }

    /// <summary>1-based line at which the text since the last record begins.</summary>
    public abstract long SliceLine { get; }

    /// <summary>Writes the original bytes of the present record, from its start tag or opening brace to its end.</summary>
    public abstract void WriteRecord(IBufferWriter<byte> target);

    /// <summary>Writes the original bytes from the end of the last record to the end of the present one.</summary>
    /// <param name="target">Takes the bytes.</param>
    /// <param name="opensChunk">
    /// Whether the slice stands right behind <see cref="WriteChunkStart"/>: a separator from the record before is then
    /// written as a blank, so that the chunk is a document of the format and no byte moves.
    /// </param>
    public abstract void WriteSlice(IBufferWriter<byte> target, bool opensChunk = false);

    /// <summary>Writes what must stand before the next slice to make it a document of the format. Holds no line break.</summary>
    public abstract void WriteChunkStart(IBufferWriter<byte> target);

    /// <summary>Writes what must stand after the present slice to make it a document of the format.</summary>
    public abstract void WriteChunkEnd(IBufferWriter<byte> target);

    /// <inheritdoc/>
    public abstract void Dispose();

    /// <summary>Reads the next record into <see cref="Record"/>.</summary>
    /// <exception cref="SourceFaultException">The file cannot be read further.</exception>
    protected abstract bool ReadRecord();

    /// <summary>Adds a message that has begun.</summary>
    protected void AddEnvelope(MessageEnvelope envelope) => _envelopes.Add(envelope);
}
