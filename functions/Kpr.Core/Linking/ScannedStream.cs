using Kpr.Core.Extracts.Scan;
using Kpr.Core.Formats.Sources;

namespace Kpr.Core.Linking;

/// <summary>Shows all that is read through it to a scan.</summary>
internal sealed class ScannedStream(Stream inner, LeakScan scan) : ReadThroughStream
{
    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        scan.Write(buffer[..read]);
        return read;
    }
}
