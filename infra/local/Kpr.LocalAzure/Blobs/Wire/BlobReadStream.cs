using System.Globalization;
using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Kpr.LocalAzure.Storage;

namespace Kpr.LocalAzure.Blobs.Wire;

/// <summary>Reads a blob a buffer at a time, each fetch on condition that the blob is still the one that was opened.</summary>
internal sealed class BlobReadStream(BlobBaseClient blob, BlobOpenReadOptions options, ETag etag, long length) : Stream
{
    private readonly int _bufferSize = options.BufferSize ?? 4 * 1024 * 1024;
    private readonly RequestConditions? _conditions = options.AllowModifications ? options.Conditions : new RequestConditions { IfMatch = etag };
    private ReadOnlyMemory<byte> _buffer;
    private long _bufferStart = options.Position;
    private long _length = length;
    private long _position = options.Position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => _length;

    public override long Position
    {
        get => _position;
        set => Seek(value, SeekOrigin.Begin);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        // Completes at once: nothing below awaits when it is not to.
        var available = AvailableAsync(async: false, CancellationToken.None).GetAwaiter().GetResult();
        return Take(available.Span, buffer);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var available = await AvailableAsync(async: true, cancellationToken);
        return Take(available.Span, buffer.Span);
    }

    public override long Seek(long offset, SeekOrigin origin)
    {
        var position = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => _position + offset,
            _ => _length + offset,
        };
        if (position > _length)
        {
            throw new ArgumentException("You cannot seek past the last known length of the underlying blob or file.", nameof(offset));
        }

        return position >= 0 ? _position = position : throw new ArgumentException("You cannot seek past the start of the underlying blob or file.", nameof(offset));
    }

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Take(ReadOnlySpan<byte> available, Span<byte> target)
    {
        var count = Math.Min(available.Length, target.Length);
        available[..count].CopyTo(target);
        _position += count;
        return count;
    }

    private async Task<ReadOnlyMemory<byte>> AvailableAsync(bool async, CancellationToken cancellationToken)
    {
        var skip = _position - _bufferStart;
        if (skip >= 0 && skip < _buffer.Length)
        {
            return _buffer[(int)skip..];
        }

        if (_position >= _length)
        {
            if (!options.AllowModifications)
            {
                return default;
            }

            // It may have grown.
            _length = (await blob.HeadAsync(_conditions, async, cancellationToken)).Length();
            if (_position >= _length)
            {
                return default;
            }
        }

        using var message = blob.GetMessage(new HttpRange(_position, Math.Min(_bufferSize, _length - _position)), _conditions);
        var response = await blob.Connection.Pipeline.SendAsync(message, async, cancellationToken, 206);
        _buffer = response.Content.ToMemory();
        _bufferStart = _position;
        if (response.Text("Content-Range")?.Split('/') is [_, var total] && total != "*")
        {
            _length = long.Parse(total, CultureInfo.InvariantCulture);
        }

        return _buffer;
    }
}
