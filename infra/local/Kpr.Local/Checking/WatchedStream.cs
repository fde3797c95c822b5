namespace Kpr.Local.Checking;

/// <summary>A file as it is read: stops when asked to, and tells how far it has come when a person watches.</summary>
internal sealed class WatchedStream(FileStream file, TextWriter error, CancellationToken cancellation) : Stream
{
    private const long ToldEvery = 64L << 20;

    private readonly bool _watched = !Console.IsErrorRedirected && file.Length > ToldEvery;
    private long _read;
    private long _toldAt;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Begins anew.</summary>
    public void Rewind() => file.Position = _read = _toldAt = 0;

    public override int Read(Span<byte> buffer)
    {
        cancellation.ThrowIfCancellationRequested();
        var read = file.Read(buffer);
        _read += read;
        if (_watched && (_read - _toldAt >= ToldEvery || read == 0))
        {
            _toldAt = _read;
            error.Write(read == 0 ? "\r                          \r" : $"\rleser {_read >> 20} av {file.Length >> 20} MiB");
        }

        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            file.Dispose();
        }

        base.Dispose(disposing);
    }
}
