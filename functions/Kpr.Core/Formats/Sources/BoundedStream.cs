using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;

namespace Kpr.Core.Formats.Sources;

/// <summary>Counts a plain file while it is read, and stops it where it is too long (rule F19).</summary>
internal sealed class BoundedStream(Stream inner, SourceLimits limits) : ReadThroughStream
{
    private long _read;

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        _read += read;
        return _read <= limits.MaxInflatedBytes ? read : throw new SourceFaultException(The<F19WithinLimits>.Rule.TooLong(limits.MaxInflatedBytes));
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
