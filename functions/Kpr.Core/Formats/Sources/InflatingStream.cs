using System.IO.Compression;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;

namespace Kpr.Core.Formats.Sources;

/// <summary>Inflates gzip and counts while inflating, since the header of a bomb lies (rule F19).</summary>
/// <remarks>
/// The framework takes a cut-off gzip file for a whole one. So a last member of our own is put behind the
/// file: only when all before it is whole does its text come out at the end.
/// </remarks>
internal sealed class InflatingStream : ReadThroughStream
{
    private static readonly byte[] Mark = "KPR:whole-file-0"u8.ToArray();
    private static readonly byte[] MarkMember = Pack(Mark);

    private readonly GZipStream _gzip;
    private readonly HashingStream _packed;
    private readonly SourceLimits _limits;
    private readonly byte[] _buffer = new byte[(64 << 10) + Mark.Length];
    private int _at;
    private int _end;
    private long _inflated;
    private bool _ended;

    public InflatingStream(Stream content, HashingStream packed, SourceLimits limits)
    {
        _gzip = new GZipStream(new ConcatenatedStream(content, new MemoryStream(MarkMember)), CompressionMode.Decompress);
        _packed = packed;
        _limits = limits;
    }

    public override int Read(Span<byte> buffer)
    {
        while (!_ended && _end - _at <= Mark.Length)
        {
            Fill();
        }

        var ready = Math.Min(buffer.Length, Math.Max(0, _end - _at - Mark.Length));
        _buffer.AsSpan(_at, ready).CopyTo(buffer);
        _at += ready;
        return ready;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _gzip.Dispose();
        }

        base.Dispose(disposing);
    }

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }

    private void Fill()
    {
        _buffer.AsSpan(_at, _end - _at).CopyTo(_buffer);
        _end -= _at;
        _at = 0;
        int read;
        try
        {
            read = _gzip.Read(_buffer.AsSpan(_end));
        }
        catch (InvalidDataException)
        {
            throw new SourceFaultException(The<F01Readable>.Rule.DamagedGzip());
        }

        _end += read;
        _inflated += read;
        if (_inflated - Mark.Length > _limits.MaxInflatedBytes)
        {
            throw new SourceFaultException(The<F19WithinLimits>.Rule.TooLongInflated(_limits.MaxInflatedBytes));
        }

        if (_inflated > _limits.RatioFloorBytes && _inflated / Math.Max(1, _packed.Bytes) > _limits.MaxInflationRatio)
        {
            throw new SourceFaultException(The<F19WithinLimits>.Rule.Bomb(_limits.MaxInflationRatio));
        }

        if (read == 0)
        {
            _ended = true;
            if (_end < Mark.Length || !_buffer.AsSpan(_end - Mark.Length, Mark.Length).SequenceEqual(Mark))
            {
                throw new SourceFaultException(The<F01Readable>.Rule.DamagedGzip());
            }
        }
    }
}
