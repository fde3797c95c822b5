using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Kpr.Core.Catalogue;

namespace Kpr.Core.Extracts.Package.Encryption;

/// <summary>
/// The certificate that deliveries are encrypted to. Whose it is, no program can tell from the upload alone: the recipient confirms <see cref="Sha256"/> in another way.
/// </summary>
/// <param name="Der">Its bytes.</param>
/// <param name="Subject">Whom it names.</param>
/// <param name="Sha256">SHA-256 of its bytes, 64 hexadecimal digits in lower case.</param>
/// <param name="NotBefore">From when it is valid.</param>
/// <param name="NotAfter">Until when it is valid.</param>
/// <param name="KeyBits">Bits of its RSA key.</param>
public sealed record RecipientCertificate(byte[] Der, string Subject, string Sha256, DateTimeOffset NotBefore, DateTimeOffset NotAfter, int KeyBits)
{
    /// <summary>Bits of an RSA key at least. 2048 is the least that Norwegian certificates for organisations (virksomhetssertifikat) have had; 3072 or more is recommended.</summary>
    public const int LeastBits = 2048;

    /// <summary>Days before its end from when a certificate is warned about.</summary>
    public const int WarningDays = 30;

    private const int LongestUpload = 64 << 10;
    private const int LeastExponentBits = 17;

    /// <summary>Reads an upload, in PEM or DER.</summary>
    /// <param name="upload">What was uploaded.</param>
    /// <param name="now">The time.</param>
    /// <param name="warningDays">Days before its end from when it is warned about.</param>
    public static CertificateReading Read(ReadOnlySpan<byte> upload, DateTimeOffset now, int warningDays = WarningDays)
    {
        if (upload.Length > LongestUpload)
        {
            return Refused("M01", "Filen er for stor til å være et sertifikat.");
        }

        if (CertificateUpload.HasPrivateKey(upload))
        {
            return Refused("M02", "Filen inneholder en privat nøkkel. Den skal aldri sendes til noen: lag et nytt nøkkelpar, og last opp bare sertifikatet.");
        }

        var found = CertificateUpload.Certificates(upload);
        if (found.Count != 1)
        {
            return found.Count == 0
                ? Refused("M01", "Filen kan ikke leses som et X.509-sertifikat i PEM eller DER.")
                : Refused("M03", $"Filen inneholder {found.Count} sertifikater. Last opp bare det som leveransen skal krypteres til.");
        }

        using var certificate = found[0];
        return Judge(certificate, now, warningDays);
    }

    /// <summary>The certificate, to encrypt with. The caller disposes it.</summary>
    public X509Certificate2 Open() => X509CertificateLoader.LoadCertificate(Der);

    private static CertificateReading Judge(X509Certificate2 certificate, DateTimeOffset now, int warningDays)
    {
        var (begins, ends) = (new DateTimeOffset(certificate.NotBefore.ToUniversalTime()), new DateTimeOffset(certificate.NotAfter.ToUniversalTime()));
        if (now < begins)
        {
            return Refused("M04", $"Sertifikatet gjelder først fra {Day(begins)}.");
        }

        if (now > ends)
        {
            return Refused("M05", $"Sertifikatet gikk ut {Day(ends)}.");
        }

        using var rsa = certificate.GetRSAPublicKey();
        if (rsa is null)
        {
            return Refused("M06", "Sertifikatet må ha en RSA-nøkkel.");
        }

        if (rsa.KeySize < LeastBits)
        {
            return Refused("M07", $"RSA-nøkkelen har {rsa.KeySize} bit. Den må ha minst {LeastBits}, og bør ha 3072.");
        }

        if (HasSmallExponent(rsa))
        {
            return Refused("M08", "RSA-nøkkelen har en for liten eksponent.");
        }

        if (certificate.Extensions.OfType<X509KeyUsageExtension>().Any(usage => !usage.KeyUsages.HasFlag(X509KeyUsageFlags.KeyEncipherment)))
        {
            return Refused("M09", "Sertifikatet er ikke ment for kryptering: nøkkelbruken mangler keyEncipherment. Velg krypteringssertifikatet, ikke det for signering.");
        }

        var taken = new RecipientCertificate(
            certificate.RawData, certificate.Subject, Convert.ToHexStringLower(SHA256.HashData(certificate.RawDataMemory.Span)), begins, ends, rsa.KeySize);
        return new CertificateReading(taken, null, now.AddDays(warningDays) > ends ? new CertificateFault("M10", $"Sertifikatet går ut {Day(ends)}.") : null);
    }

    // Below 65537, and above all 1, which encrypts nothing.
    private static bool HasSmallExponent(RSA rsa)
    {
        var exponent = rsa.ExportParameters(includePrivateParameters: false).Exponent!.AsSpan().TrimStart((byte)0);
        return (exponent.Length * 8) - (exponent.Length == 0 ? 0 : byte.LeadingZeroCount(exponent[0])) < LeastExponentBits;
    }

    private static CertificateReading Refused(string number, string message) => new(null, new CertificateFault(number, message));

    private static string Day(DateTimeOffset moment) => NorwegianTime.ToLocal(moment).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
}
