namespace Kpr.Core.Formats.Sources;

/// <summary>
/// An uploaded file as it is read: hashed and counted as it lies in storage, inflated when it is gzip, and
/// looked at to tell what it is.
/// </summary>
public sealed class SourceContent : IDisposable
{
    private const int SniffLength = 4_096;

    private readonly HashingStream _stored;
    private readonly Stream _inflated;

    private SourceContent(HashingStream stored, Stream inflated, bool gzip)
    {
        _stored = stored;
        _inflated = inflated;
        IsGzip = gzip;
        var head = new byte[SniffLength];
        Fault? fault = null;
        var length = 0;
        try
        {
            length = ReadFully(inflated, head);
        }
        catch (SourceFaultException met)
        {
            fault = met.Fault;
        }

        Fault = fault;
        Head = head.AsMemory(0, length);
        Kind = Sniff(Head.Span);
        Content = new ConcatenatedStream(new MemoryStream(head, 0, length), inflated);
    }

    /// <summary>What the first bytes look like.</summary>
    public SourceKind Kind { get; }

    /// <summary>Whether the file is packed with gzip.</summary>
    public bool IsGzip { get; }

    /// <summary>The first inflated bytes, at most 4,096.</summary>
    public ReadOnlyMemory<byte> Head { get; }

    /// <summary>The whole inflated content, once, forwards.</summary>
    public Stream Content { get; }

    /// <summary>What hindered even the first look; null when nothing did.</summary>
    public Fault? Fault { get; }

    /// <summary>The files beside this one; null where they cannot be reached.</summary>
    public ISourceParts? Parts { get; private init; }

    /// <summary>Opens a file as it lies in storage.</summary>
    /// <param name="stored">Its bytes; read forwards once. Stays the caller's.</param>
    /// <param name="limits">How much the file may hold.</param>
    /// <param name="parts">The files beside it; null where they cannot be reached.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static SourceContent Open(Stream stored, SourceLimits limits, ISourceParts? parts = null)
    {
        var hashing = new HashingStream(stored);
        var magic = new byte[2];
        var length = ReadFully(hashing, magic);
        var whole = new ConcatenatedStream(new MemoryStream(magic, 0, length), hashing);
        var gzip = length == 2 && magic[0] == 0x1F && magic[1] == 0x8B;
        return new SourceContent(hashing, gzip ? new InflatingStream(whole, hashing, limits) : new BoundedStream(whole, limits), gzip) { Parts = parts };
    }

    /// <summary>Reads what is left, so that length and hash are those of the whole file.</summary>
    /// <returns>Length in bytes and SHA-256 in lower-case hexadecimal, of the file as stored.</returns>
    public (long Bytes, string Sha256) Finish()
    {
        var hash = _stored.Finish();
        return (_stored.Bytes, Convert.ToHexStringLower(hash));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Content.Dispose();
        _inflated.Dispose();
        _stored.Dispose();
    }

    /// <summary>Whether content is XML in UTF-16, by its mark or by how its first tag begins.</summary>
    internal static bool IsUtf16(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])
        || head.StartsWith("<\0"u8) || head.StartsWith("\0<"u8);

    private static int ReadFully(Stream stream, Span<byte> buffer) =>
        stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);

    private static SourceKind Sniff(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("\uFEFF"u8))
        {
            head = head[3..];
        }

        // UTF-16 is not taken, but it is XML: the XML reader says what is wrong with it (F23).
        if (IsUtf16(head))
        {
            return SourceKind.Xml;
        }

        head = head.TrimStart(" \t\r\n"u8);
        return head.IsEmpty ? SourceKind.Empty : head[0] switch
        {
            (byte)'<' => SourceKind.Xml,
            (byte)'{' or (byte)'[' => SourceKind.Json,
            _ => SourceKind.Unknown,
        };
    }
}
