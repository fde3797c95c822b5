using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Kpr.Core.Extracts.Package.Encryption;

/// <summary>
/// The register's signature over a manifest: CMS SignedData (RFC 5652), detached, SHA-256, with the certificate inside. <c>openssl cms -verify -inform DER -content</c> checks it.
/// </summary>
public static class ManifestSignature
{
    /// <summary>Signs.</summary>
    /// <param name="manifest">The bytes.</param>
    /// <param name="certificate">The register's certificate.</param>
    /// <param name="key">The key of it; null when the certificate carries it. A key in a vault is an <see cref="RSA"/> that signs there.</param>
    /// <param name="now">When; told in the signature.</param>
    /// <returns>DER.</returns>
    public static byte[] Sign(byte[] manifest, X509Certificate2 certificate, RSA? key, DateTimeOffset now)
    {
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate)
        {
            DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1", "SHA256"),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        signer.SignedAttributes.Add(new Pkcs9SigningTime(now.UtcDateTime));
        if (key is not null)
        {
            signer.PrivateKey = key;
        }

        var cms = new SignedCms(new ContentInfo(manifest), detached: true);
        cms.ComputeSignature(signer, silent: true);
        return cms.Encode();
    }

    /// <summary>Whether bytes are signed by one certificate, and by nobody else. Whether the certificate is trusted is for the caller, who names it.</summary>
    /// <param name="manifest">The bytes.</param>
    /// <param name="signature">The signature.</param>
    /// <param name="certificate">The register's certificate.</param>
    public static bool Verify(byte[] manifest, byte[] signature, X509Certificate2 certificate)
    {
        var cms = new SignedCms(new ContentInfo(manifest), detached: true);
        try
        {
            cms.Decode(signature);
            cms.CheckSignature(verifySignatureOnly: true);
        }
        catch (CryptographicException)
        {
            return false;
        }

        return cms.SignerInfos is [{ Certificate: { } signer }] && signer.RawDataMemory.Span.SequenceEqual(certificate.RawDataMemory.Span);
    }
}
