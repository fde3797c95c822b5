namespace Kpr.Core.Judging;

/// <summary>How a sender has signed a shipment: beside the file, over its bytes as they are sent.</summary>
/// <param name="Certificate">The sender's enterprise certificate (virksomhetssertifikat), X.509 in DER.</param>
/// <param name="Signature">Signature over the file's SHA-256: RSA (PKCS #1 v1.5 or PSS) or ECDSA (DER or P1363).</param>
public sealed record TransportSignature(ReadOnlyMemory<byte> Certificate, ReadOnlyMemory<byte> Signature)
{
    /// <summary>Key of the blob metadata that holds the certificate, Base64.</summary>
    public const string CertificateKey = "kprcertificate";

    /// <summary>Key of the blob metadata that holds the signature, Base64.</summary>
    public const string SignatureKey = "kprsignature";

    /// <summary>Reads what stands beside a file; null when nothing does. What is no Base64 is read as empty, and holds for nothing.</summary>
    public static TransportSignature? Of(IEnumerable<KeyValuePair<string, string>> metadata)
    {
        var told = metadata.Where(pair => pair.Key.Equals(CertificateKey, StringComparison.OrdinalIgnoreCase) || pair.Key.Equals(SignatureKey, StringComparison.OrdinalIgnoreCase))
            .ToDictionary(pair => pair.Key, pair => Bytes(pair.Value), StringComparer.OrdinalIgnoreCase);
        return told.Count == 0 ? null : new TransportSignature(told.GetValueOrDefault(CertificateKey, []), told.GetValueOrDefault(SignatureKey, []));
    }

    private static byte[] Bytes(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : [];
    }
}
