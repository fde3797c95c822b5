namespace Kpr.Core.Formats.Sources;

/// <summary>Reads one stream and then another.</summary>
internal sealed class ConcatenatedStream(Stream first, Stream second) : ReadThroughStream
{
    private Stream _current = first;

    public override int Read(Span<byte> buffer)
    {
        var read = _current.Read(buffer);
        if (read == 0 && buffer.Length > 0 && !ReferenceEquals(_current, second))
        {
            _current = second;
            read = _current.Read(buffer);
        }

        return read;
    }
}
