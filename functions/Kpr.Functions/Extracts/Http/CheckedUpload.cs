using Kpr.Core.Extracts.Uploads;
using Kpr.Functions.Applications.Http;

namespace Kpr.Functions.Extracts.Http;

/// <summary>An upload as it is passed on: what was read of it already and then the rest, followed to its last byte. What is no whole envelope, or too long, breaks off the writing.</summary>
/// <param name="head">What was read already.</param>
/// <param name="rest">The rest.</param>
/// <param name="longest">Most bytes.</param>
/// <param name="notEncrypted">The problem of what is no whole envelope.</param>
internal sealed class CheckedUpload(ReadOnlyMemory<byte> head, Stream rest, long longest, Problem notEncrypted) : Stream
{
    private readonly EnvelopeWalk _walk = new();
    private ReadOnlyMemory<byte> _head = head;

    /// <summary>Bytes passed on so far.</summary>
    public long Passed { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.Length == 0)
        {
            return 0;
        }

        int read;
        if (_head.Length > 0)
        {
            read = Math.Min(_head.Length, buffer.Length);
            _head[..read].CopyTo(buffer);
            _head = _head[read..];
        }
        else
        {
            read = await rest.ReadAsync(buffer, cancellationToken);
        }

        Passed += read;
        if (Passed > longest)
        {
            throw new UploadRefusedException(Problems.TooLarge);
        }

        return (read == 0 ? _walk.IsWhole : _walk.Read(buffer.Span[..read])) ? read : throw new UploadRefusedException(notEncrypted);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
