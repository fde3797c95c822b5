using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Kpr.Core.Catalogue;
using Kpr.Core.Formats;
using Kpr.Core.Judging;

namespace Kpr.Core.Rules.Files;

/// <summary>
/// F05: the shipment is signed with an enterprise certificate that is trusted, in force and not withdrawn, and the signature is of these bytes. Judged by
/// the intake when the operator has loaded trusted issuers.
/// </summary>
public sealed class F05SignatureValid() : Rule("F05", Severity.RejectFile)
{
    /// <inheritdoc/>
    public override string Norwegian => "Forsendelsen skal være signert med et gyldig virksomhetssertifikat.";

    /// <inheritdoc/>
    public override string English => "Signature and certificate are valid (S01–S03); judged by the intake when trusted issuers are loaded.";

    /// <inheritdoc/>
    public override string Advice => "Signer filen på nytt med et gyldig virksomhetssertifikat, og send den igjen.";

    /// <inheritdoc/>
    public override string Source => "Kodeverk 8221, S01–S03";

    /// <summary>Judges a signature.</summary>
    /// <param name="trust">Whose certificates are trusted.</param>
    /// <param name="signature">What stands beside the file; null when nothing does.</param>
    /// <param name="sha256">The file's SHA-256.</param>
    /// <param name="at">When the file arrived.</param>
    /// <returns>The fault; null when all is well.</returns>
    public Fault? Judge(TrustCatalogue trust, TransportSignature? signature, ReadOnlySpan<byte> sha256, DateTimeOffset at)
    {
        if (signature is null)
        {
            return Fault("Forsendelsen er ikke signert (S01).");
        }

        using var certificate = Certificate(signature);
        return certificate is null ? Fault("Sertifikatet kan ikke leses (S02).")
            : trust.IsWithdrawn(certificate, at) ? Fault("Sertifikatet er tilbaketrukket (S03).")
            : !trust.Trusts(certificate, at) ? Fault("Sertifikatet er utløpt, eller ikke utstedt av noen registeret stoler på (S02).")
            : !Holds(certificate, sha256, signature.Signature.Span) ? Fault("Signaturen er ikke av denne filen (S01).")
            : null;
    }

    /// <summary>The certificate of a signature; null when it cannot be read.</summary>
    internal static X509Certificate2? Certificate(TransportSignature signature)
    {
        try
        {
            return signature.Certificate.IsEmpty ? null : X509CertificateLoader.LoadCertificate(signature.Certificate.Span);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static bool Holds(X509Certificate2 certificate, ReadOnlySpan<byte> sha256, ReadOnlySpan<byte> signature)
    {
        using var rsa = certificate.GetRSAPublicKey();
        using var ecdsa = certificate.GetECDsaPublicKey();
        return rsa is not null
            ? rsa.VerifyHash(sha256, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
                || rsa.VerifyHash(sha256, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)
            : ecdsa is not null
                && (ecdsa.VerifyHash(sha256, signature, DSASignatureFormat.Rfc3279DerSequence)
                    || ecdsa.VerifyHash(sha256, signature, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
    }

    private Fault Fault(string message) => new(this, Severity.RejectFile, null, null, message);
}
