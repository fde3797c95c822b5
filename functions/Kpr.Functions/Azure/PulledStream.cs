using System.IO.Pipelines;

namespace Kpr.Functions.Azure;

/// <summary>
/// A stream that is written while it is read, in constant memory. What the writer throws, the reader meets at that place; a reader that goes away before the end ends the writer.
/// </summary>
internal sealed class PulledStream : Stream
{
    private readonly Pipe _pipe = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Stream _content;
    private readonly Task _writing;
    private bool _disposed;

    /// <summary>Begins.</summary>
    /// <param name="write">Writes all of the content to the stream that it is given.</param>
    public PulledStream(Func<Stream, CancellationToken, Task> write)
    {
        _content = _pipe.Reader.AsStream(leaveOpen: true);
        _writing = Task.Run(() => WriteAsync(_pipe.Writer, write, _stop.Token));
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => _content.Read(buffer, offset, count);

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer) => _content.Read(buffer);

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => _content.ReadAsync(buffer, offset, count, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => _content.ReadAsync(buffer, cancellationToken);

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (!_disposed)
        {
            _disposed = true;
            await _pipe.Reader.CompleteAsync();
            await _stop.CancelAsync();
            await _writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _stop.Dispose();
        }

        await base.DisposeAsync();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !_disposed)
        {
            DisposeAsync().AsTask().GetAwaiter().GetResult();
        }

        base.Dispose(disposing);
    }

    private static async Task WriteAsync(PipeWriter into, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        try
        {
            await using (var target = into.AsStream(leaveOpen: true))
            {
                await write(target, cancellationToken);
            }
        }
        catch (Exception e)
        {
            // Told to the reader, who is the one that is waited for.
            await into.CompleteAsync(e);
            throw;
        }

        await into.CompleteAsync();
    }
}
