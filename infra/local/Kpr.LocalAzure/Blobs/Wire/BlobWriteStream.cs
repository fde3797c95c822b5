using Azure;

namespace Kpr.LocalAzure.Blobs.Wire;

/// <summary>Writes a blob as blocks; flushing commits, on condition that nobody else has written the blob meanwhile.</summary>
internal sealed class BlobWriteStream(BlockUpload upload, ETag etag, int bufferSize) : Stream
{
    private readonly byte[] _buffer = new byte[bufferSize];
    private int _used;
    private long _position;
    private ETag _etag = etag;
    private bool _disposed;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    // The synchronous members complete at once: nothing below awaits when it is not to.
    public override void Write(byte[] buffer, int offset, int count) =>
        WriteAsync(buffer.AsMemory(offset, count), async: false, CancellationToken.None).GetAwaiter().GetResult();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), async: true, cancellationToken);

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        await WriteAsync(buffer, async: true, cancellationToken);

    public override void Flush() => FlushAsync(async: false, CancellationToken.None).GetAwaiter().GetResult();

    public override Task FlushAsync(CancellationToken cancellationToken) => FlushAsync(async: true, cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        if (!_disposed)
        {
            _disposed = true;
            await FlushAsync(async: true, CancellationToken.None);
        }

        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_disposed)
        {
            _disposed = true;
            Flush();
        }

        base.Dispose(disposing);
    }

    private async Task WriteAsync(ReadOnlyMemory<byte> content, bool async, CancellationToken cancellationToken)
    {
        _position += content.Length;
        while (!content.IsEmpty)
        {
            var count = Math.Min(content.Length, _buffer.Length - _used);
            content[..count].CopyTo(_buffer.AsMemory(_used));
            content = content[count..];
            _used += count;
            if (_used == _buffer.Length)
            {
                await StageAsync(async, cancellationToken);
            }
        }
    }

    private async Task FlushAsync(bool async, CancellationToken cancellationToken)
    {
        if (_used > 0)
        {
            await StageAsync(async, cancellationToken);
        }

        var committed = await upload.CommitAsync(new RequestConditions { IfMatch = _etag }, async, cancellationToken);
        _etag = committed.ETag();
    }

    private async Task StageAsync(bool async, CancellationToken cancellationToken)
    {
        await upload.StageAsync(_buffer.AsMemory(0, _used), async, cancellationToken);
        _used = 0;
    }
}
