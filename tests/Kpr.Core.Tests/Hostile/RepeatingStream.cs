namespace Kpr.Core.Tests.Hostile;

/// <summary>A file made while it is read: a head, then one piece again and again, then a tail. Counts what was taken.</summary>
internal sealed class RepeatingStream(byte[] head, Func<long, byte[]> piece, long pieces, byte[] tail) : Stream
{
    private byte[] _current = head;
    private int _at;
    private long _next;
    private bool _last;

    public long Taken { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var written = 0;
        while (written < buffer.Length && MoveOn())
        {
            var part = Math.Min(buffer.Length - written, _current.Length - _at);
            _current.AsSpan(_at, part).CopyTo(buffer[written..]);
            _at += part;
            written += part;
        }

        Taken += written;
        return written;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private bool MoveOn()
    {
        while (_at == _current.Length)
        {
            if (_last)
            {
                return false;
            }

            _last = _next == pieces;
            _current = _last ? tail : piece(_next++);
            _at = 0;
        }

        return true;
    }
}
