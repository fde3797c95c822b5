using System.Security.Cryptography;

namespace Kpr.Core.Formats.Sources;

/// <summary>Counts and hashes (SHA-256) what is read through it.</summary>
internal sealed class HashingStream(Stream inner) : ReadThroughStream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public long Bytes { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        _hash.AppendData(buffer[..read]);
        Bytes += read;
        return read;
    }

    public byte[] Finish()
    {
        var rest = new byte[81_920];
        while (Read(rest) > 0)
        {
        }

        return _hash.GetCurrentHash();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }
}
