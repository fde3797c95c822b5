using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Kpr.Core.Judging;

namespace Kpr.Core.Tests.Transport;

/// <summary>An issuer of enterprise certificates, made for one test run, and what it issues.</summary>
internal sealed class TestIssuer : IDisposable
{
    public static readonly DateTimeOffset From = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset To = new(2040, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _root;
    private byte _serial;

    public TestIssuer(string name = "CN=Utsteder")
    {
        var request = new CertificateRequest(name, _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        _root = request.CreateSelfSigned(From, To);
    }

    /// <summary>A row of the table of trusted issuers.</summary>
    public string Row => $"utsteder;{Convert.ToBase64String(_root.RawData)};;\n";

    /// <summary>The table, with rows of withdrawn certificates behind the issuer's.</summary>
    public (string Name, string Text) Table(string withdrawn = "") => ("sertifikater.csv", $"slag;verdi;valid_from;valid_to\n{Row}{withdrawn}");

    /// <summary>A file's signature with a certificate made for an organisation.</summary>
    public (TransportSignature Signature, string Serial) Sign(
        byte[] sha256, string subject = "2.5.4.97=NTRNO-974760673, CN=Virksomhet", bool rsa = false, RSASignaturePadding? padding = null, DateTimeOffset? until = null)
    {
        using var ecdsaKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var rsaKey = RSA.Create(2048);
        var request = rsa ? new CertificateRequest(subject, rsaKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1) : new CertificateRequest(subject, ecdsaKey, HashAlgorithmName.SHA256);
        using var certificate = request.Create(_root.SubjectName, X509SignatureGenerator.CreateForECDsa(_key), From, until ?? To.AddDays(-1), [1, ++_serial]);
        var signature = rsa ? rsaKey.SignHash(sha256, HashAlgorithmName.SHA256, padding ?? RSASignaturePadding.Pkcs1) : ecdsaKey.SignHash(sha256, DSASignatureFormat.Rfc3279DerSequence);
        return (new TransportSignature(certificate.RawData, signature), certificate.SerialNumber);
    }

    public void Dispose()
    {
        _root.Dispose();
        _key.Dispose();
    }
}
