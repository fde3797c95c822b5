using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Kpr.Core.Extracts.Package.Encryption;

/// <summary>
/// Encrypts a file of any length to one certificate in constant memory: CMS EnvelopedData (RFC 5652), RSA-OAEP with SHA-256 for the key (RFC 8017), AES-256-CBC for the content.
/// The recipient opens it with <c>openssl cms -decrypt -binary -inform DER</c>, or with any program that knows CMS. Lengths are indefinite (BER), since they are not
/// known before the end; .NET's own <c>EnvelopedCms</c> must hold everything at once.
/// </summary>
/// <remarks>Nothing here tells whether content was changed on its way: the signed manifest does.</remarks>
public static class CmsEnvelope
{
    /// <summary>What is added to the name of a file.</summary>
    public const string Extension = ".p7m";

    private const string EnvelopedData = "1.2.840.113549.1.7.3";
    private const string PlainData = "1.2.840.113549.1.7.1";
    private const string Aes256Cbc = "2.16.840.1.101.3.4.1.42";
    private const string RsaOaep = "1.2.840.113549.1.1.7";
    private const string Mgf1 = "1.2.840.113549.1.1.8";
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";
    private const int ChunkLength = 1 << 16;

    // Identifiers with the length that says: until two zero bytes.
    private static readonly byte[] SequenceBegins = [0x30, 0x80];
    private static readonly byte[] ExplicitBegins = [0xA0, 0x80];
    private static readonly byte[] AllEnd = new byte[5 * 2];

    /// <summary>Encrypts all that can be read.</summary>
    /// <param name="content">What is encrypted.</param>
    /// <param name="target">Takes the envelope.</param>
    /// <param name="recipient">The one who can open it; its key is RSA.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task EncryptAsync(Stream content, Stream target, X509Certificate2 recipient, CancellationToken cancellationToken = default)
    {
        using var aes = Aes.Create();
        aes.KeySize = 256;
        aes.Mode = CipherMode.CBC;
        aes.Padding = PaddingMode.PKCS7;
        await target.WriteAsync(Head(recipient, aes), cancellationToken);

        using var cipher = aes.CreateEncryptor();
        var plain = new byte[ChunkLength];
        var chunk = new byte[ChunkLength];
        var read = await content.ReadAtLeastAsync(plain, ChunkLength, throwOnEndOfStream: false, cancellationToken);
        while (read == ChunkLength)
        {
            cipher.TransformBlock(plain, 0, read, chunk, 0);
            await WriteChunkAsync(target, chunk, cancellationToken);
            read = await content.ReadAtLeastAsync(plain, ChunkLength, throwOnEndOfStream: false, cancellationToken);
        }

        // The last block is padded to a whole one, so there is one even when there is nothing.
        await WriteChunkAsync(target, cipher.TransformFinalBlock(plain, 0, read), cancellationToken);
        await target.WriteAsync(AllEnd, cancellationToken);
        CryptographicOperations.ZeroMemory(plain);
    }

    /// <summary>Opens an envelope in memory, as long as a list or a file of moderate length may be.</summary>
    /// <param name="envelope">The envelope, DER or BER.</param>
    /// <param name="certificate">The recipient's certificate with its RSA key.</param>
    /// <returns>Null when it is none, is damaged, or is not for this certificate.</returns>
    public static byte[]? Open(byte[] envelope, X509Certificate2 certificate)
    {
        var cms = new EnvelopedCms();
        try
        {
            cms.Decode(envelope);
            using var key = certificate.GetRSAPrivateKey();
            foreach (var recipient in cms.RecipientInfos)
            {
                if (recipient.RecipientIdentifier.MatchesCertificate(certificate))
                {
                    cms.Decrypt(recipient, key!);
                    return cms.ContentInfo.Content;
                }
            }
        }
        catch (CryptographicException)
        {
            // Of a form that nobody here can open: whoever sent it is told.
        }

        return null;
    }

    private static async Task WriteChunkAsync(Stream target, ReadOnlyMemory<byte> chunk, CancellationToken cancellationToken)
    {
        // An OCTET STRING whose length is told in three bytes, which BER allows for shorter ones too.
        await target.WriteAsync(new byte[] { 0x04, 0x83, (byte)(chunk.Length >> 16), (byte)(chunk.Length >> 8), (byte)chunk.Length }, cancellationToken);
        await target.WriteAsync(chunk, cancellationToken);
    }

    // All that stands before the content: what it is, who can open it, and how.
    private static byte[] Head(X509Certificate2 recipient, Aes aes) =>
    [
        .. SequenceBegins,
        .. Der(writer => writer.WriteObjectIdentifier(EnvelopedData)),
        .. ExplicitBegins,
        .. SequenceBegins,
        .. Der(writer => writer.WriteInteger(0)),
        .. Der(writer => WriteRecipient(writer, recipient, aes.Key)),
        .. SequenceBegins,
        .. Der(writer => writer.WriteObjectIdentifier(PlainData)),
        .. Der(writer =>
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(Aes256Cbc);
                writer.WriteOctetString(aes.IV);
            }
        }),
        .. ExplicitBegins,
    ];

    private static void WriteRecipient(AsnWriter writer, X509Certificate2 recipient, byte[] key)
    {
        using var rsa = recipient.GetRSAPublicKey() ?? throw new CryptographicException("The certificate has no RSA key.");
        using (writer.PushSetOf())
        using (writer.PushSequence())
        {
            writer.WriteInteger(0);
            using (writer.PushSequence())
            {
                writer.WriteEncodedValue(recipient.IssuerName.RawData);
                writer.WriteInteger(recipient.SerialNumberBytes.Span);
            }

            WriteOaep(writer);
            writer.WriteOctetString(rsa.Encrypt(key, RSAEncryptionPadding.OaepSHA256));
        }
    }

    // SHA-256 both for the label and in the mask; the defaults of the standard would be SHA-1.
    private static void WriteOaep(AsnWriter writer)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(RsaOaep);
            using (writer.PushSequence())
            {
                using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
                {
                    WriteHash(writer);
                }

                using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 1)))
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(Mgf1);
                    WriteHash(writer);
                }
            }
        }
    }

    private static void WriteHash(AsnWriter writer)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(Sha256);
            writer.WriteNull();
        }
    }

    private static byte[] Der(Action<AsnWriter> write)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        write(writer);
        return writer.Encode();
    }
}
