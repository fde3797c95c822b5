using System.Security.Cryptography.X509Certificates;
using Kpr.Core.Catalogue.Loading;

namespace Kpr.Core.Catalogue;

/// <summary>Who issues enterprise certificates that the register trusts, and which certificates are withdrawn (F05). Loaded by the operator.</summary>
public sealed class TrustCatalogue
{
    private readonly List<X509Certificate2> _issuers = [];
    private readonly List<(string Serial, Period Validity)> _withdrawn = [];

    private TrustCatalogue()
    {
    }

    /// <summary>Whether a certificate is withdrawn (tilbaketrukket) at a time.</summary>
    public bool IsWithdrawn(X509Certificate2 certificate, DateTimeOffset at) =>
        _withdrawn.Any(one => one.Serial.Equals(certificate.SerialNumber, StringComparison.OrdinalIgnoreCase) && one.Validity.Contains(DateOnly.FromDateTime(at.UtcDateTime)));

    /// <summary>Whether a certificate is issued by somebody trusted, and in force at a time. Asks nothing of any network.</summary>
    public bool Trusts(X509Certificate2 certificate, DateTimeOffset at)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTimeIgnored = false;
        chain.ChainPolicy.VerificationTime = at.LocalDateTime;
        foreach (var issuer in _issuers)
        {
            (issuer.SubjectName.RawData.AsSpan().SequenceEqual(issuer.IssuerName.RawData) ? chain.ChainPolicy.CustomTrustStore : chain.ChainPolicy.ExtraStore).Add(issuer);
        }

        return chain.Build(certificate);
    }

    internal static TrustCatalogue Read(ReferenceSheet sheet)
    {
        var (kind, value) = (sheet.Column("slag"), sheet.Column("verdi"));
        var (from, to) = (sheet.Column("valid_from"), sheet.Column("valid_to"));
        var trust = new TrustCatalogue();
        for (var row = 0; row < sheet.Rows; row++)
        {
            var (text, validity) = (sheet.Required(row, value), sheet.Period(row, from, to));
            if (sheet.Choice(row, kind, "utsteder", "tilbaketrukket") == 1)
            {
                if (text.Length == 0 || !text.All(char.IsAsciiHexDigit)) sheet.Fault(row, value, "Et serienummer er heksadesimale sifre.");
                trust._withdrawn.Add((text, validity));
            }
            else if (Certificate(text) is { } issuer)
            {
                trust._issuers.Add(issuer);
            }
            else
            {
                sheet.Fault(row, value, "Verdien er ikke et X.509-sertifikat (DER i Base64).");
            }
        }

        return trust;
    }

    private static X509Certificate2? Certificate(string text)
    {
        try
        {
            return X509CertificateLoader.LoadCertificate(Convert.FromBase64String(text));
        }
        catch (Exception e) when (e is FormatException or System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
