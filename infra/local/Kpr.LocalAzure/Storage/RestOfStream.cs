using Azure.Core;

namespace Kpr.LocalAzure.Storage;

/// <summary>The rest of a caller's stream, sent anew on every try; the stream stays the caller's to dispose.</summary>
internal sealed class RestOfStream(Stream stream) : RequestContent
{
    private readonly long _origin = stream.Position;

    public override bool TryComputeLength(out long length)
    {
        length = stream.Length - _origin;
        return true;
    }

    public override void WriteTo(Stream target, CancellationToken cancellation)
    {
        stream.Position = _origin;
        stream.CopyTo(target);
    }

    public override async Task WriteToAsync(Stream target, CancellationToken cancellation)
    {
        stream.Position = _origin;
        await stream.CopyToAsync(target, cancellation);
    }

    public override void Dispose()
    {
    }
}
