using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Kpr.Core.Sealing;

/// <summary>
/// Content sealed with AES-256-GCM in frames, so that any length can be sealed and opened in constant memory.
/// </summary>
/// <remarks>
/// Form: "KPR1", key version (2 bytes, big endian), then frames of length (4 bytes, big endian), nonce (12),
/// ciphertext and tag (16). The name of the thing, the frame's number and whether it is the last are
/// authenticated: frames cannot be moved, dropped or taken into another thing.
/// </remarks>
public static class SealedStream
{
    /// <summary>Length of the beginning that tells the key version.</summary>
    public const int HeadLength = 6;

    private const int FrameLength = 1 << 20;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private static ReadOnlySpan<byte> Magic => "KPR1"u8;

    /// <summary>The version of the key that content is sealed with.</summary>
    /// <param name="head">The first <see cref="HeadLength"/> bytes, or more.</param>
    /// <exception cref="CryptographicException">This is not sealed content.</exception>
    public static int VersionOf(ReadOnlySpan<byte> head) => head.Length >= HeadLength && head.StartsWith(Magic)
        ? BinaryPrimitives.ReadUInt16BigEndian(head[Magic.Length..])
        : throw new CryptographicException("This is not sealed content.");

    /// <summary>Seals all that can be read.</summary>
    /// <param name="content">What is sealed.</param>
    /// <param name="target">Takes the sealed form.</param>
    /// <param name="name">Name of the thing; needed again to open it.</param>
    /// <param name="keys">The key ring.</param>
    /// <param name="nonces">Where nonces come from.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task SealAsync(
        Stream content, Stream target, string name, KeyRing keys, NonceSource nonces, CancellationToken cancellationToken = default)
    {
        var head = new byte[HeadLength];
        Magic.CopyTo(head);
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(Magic.Length), checked((ushort)keys.Current));
        await target.WriteAsync(head, cancellationToken);

        using var aes = new AesGcm(keys.Key(keys.Current), TagLength);
        var buffer = new byte[FrameLength];
        var next = new byte[FrameLength];
        var length = await content.ReadAtLeastAsync(buffer, FrameLength, throwOnEndOfStream: false, cancellationToken);
        for (var frame = 0; ; frame++)
        {
            var following = await content.ReadAtLeastAsync(next, FrameLength, throwOnEndOfStream: false, cancellationToken);
            var last = following == 0;
            await target.WriteAsync(SealFrame(aes, buffer.AsSpan(0, length), name, frame, last, nonces), cancellationToken);
            if (last)
            {
                return;
            }

            (buffer, next, length) = (next, buffer, following);
        }
    }

    /// <summary>Opens what was sealed.</summary>
    /// <exception cref="CryptographicException">The form, the name, the key or any byte is wrong, or the end is missing.</exception>
    public static async Task OpenAsync(
        Stream content, Stream target, string name, KeyRing keys, CancellationToken cancellationToken = default)
    {
        var head = new byte[HeadLength];
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        using var aes = new AesGcm(keys.Key(VersionOf(head.AsSpan(0, read))), TagLength);
        for (var (frame, last) = (0, false); !last; frame++)
        {
            (var plain, last) = await ReadFrameAsync(aes, content, name, frame, cancellationToken);
            await target.WriteAsync(plain, cancellationToken);
        }
    }

    /// <summary>Seals sealed content anew under the current key, frame by frame: it is never open as a whole.</summary>
    /// <param name="content">The sealed form.</param>
    /// <param name="target">Takes the new sealed form.</param>
    /// <param name="name">Name of the thing.</param>
    /// <param name="keys">The key ring.</param>
    /// <param name="nonces">Where nonces come from.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="CryptographicException">The form, the name, the key or any byte is wrong, or the end is missing.</exception>
    public static async Task ResealAsync(
        Stream content, Stream target, string name, KeyRing keys, NonceSource nonces, CancellationToken cancellationToken = default)
    {
        var head = new byte[HeadLength];
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        using var old = new AesGcm(keys.Key(VersionOf(head.AsSpan(0, read))), TagLength);
        using var aes = new AesGcm(keys.Key(keys.Current), TagLength);
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(Magic.Length), checked((ushort)keys.Current));
        await target.WriteAsync(head, cancellationToken);
        for (var (frame, last) = (0, false); !last; frame++)
        {
            (var plain, last) = await ReadFrameAsync(old, content, name, frame, cancellationToken);
            await target.WriteAsync(SealFrame(aes, plain, name, frame, last, nonces), cancellationToken);
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    private static async Task<(byte[] Plain, bool Last)> ReadFrameAsync(AesGcm aes, Stream content, string name, int frame, CancellationToken cancellationToken)
    {
        var length = new byte[4];
        await content.ReadExactlyAsync(length, cancellationToken);
        var packed = BinaryPrimitives.ReadUInt32BigEndian(length);
        var last = (packed & 0x8000_0000) != 0;
        var sealedBytes = new byte[checked((int)(packed & 0x7FFF_FFFF)) + NonceLength + TagLength];
        await content.ReadExactlyAsync(sealedBytes, cancellationToken);
        return (OpenFrame(aes, sealedBytes, name, frame, last), last);
    }

    private static byte[] SealFrame(AesGcm aes, ReadOnlySpan<byte> plain, string name, int frame, bool last, NonceSource nonces)
    {
        var result = new byte[4 + NonceLength + plain.Length + TagLength];
        BinaryPrimitives.WriteUInt32BigEndian(result, (uint)plain.Length | (last ? 0x8000_0000 : 0));
        var nonce = result.AsSpan(4, NonceLength);
        nonces.Fill(name, frame, nonce);
        aes.Encrypt(nonce, plain, result.AsSpan(4 + NonceLength, plain.Length), result.AsSpan(result.Length - TagLength), About(name, frame, last));
        return result;
    }

    private static byte[] OpenFrame(AesGcm aes, ReadOnlySpan<byte> frameBytes, string name, int frame, bool last)
    {
        var plain = new byte[frameBytes.Length - NonceLength - TagLength];
        aes.Decrypt(
            frameBytes[..NonceLength], frameBytes.Slice(NonceLength, plain.Length), frameBytes[^TagLength..], plain, About(name, frame, last));
        return plain;
    }

    private static byte[] About(string name, int frame, bool last) => Encoding.UTF8.GetBytes($"{name}\n{frame}\n{last}");
}
