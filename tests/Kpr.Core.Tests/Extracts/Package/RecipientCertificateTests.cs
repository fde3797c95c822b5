using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Kpr.Core.Extracts.Package.Encryption;

namespace Kpr.Core.Tests.Extracts.Package;

public sealed class RecipientCertificateTests
{
    [Fact]
    public void Pem_and_der_are_the_same_certificate()
    {
        using var certificate = Sample.Certificate();
        var pem = Read(certificate.ExportCertificatePem()).Certificate!;
        var der = RecipientCertificate.Read(certificate.RawData, Sample.Now).Certificate!;
        Assert.Equal(der.Der, pem.Der);
        Assert.Equal(certificate.RawData, der.Der);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(certificate.RawData)), der.Sha256);
        Assert.Equal(2048, der.KeyBits);
        Assert.Contains("CN=Test mottaker", der.Subject, StringComparison.Ordinal);
        using var opened = der.Open();
        Assert.Equal(certificate.Thumbprint, opened.Thumbprint);
    }

    [Fact]
    public void Text_around_a_certificate_and_a_missing_key_usage_do_no_harm()
    {
        using var certificate = Sample.Certificate(usage: null);
        Assert.NotNull(Read($"Subject: noe\n{certificate.ExportCertificatePem()}\n").Certificate);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ikke et sertifikat")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----")]
    [InlineData("-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----")]
    public void What_is_no_certificate_is_refused(string upload) => Assert.Equal("M01", Read(upload).Fault!.Number);

    [Fact]
    public void A_cut_certificate_or_one_with_something_behind_it_is_refused()
    {
        using var certificate = Sample.Certificate();
        Assert.Equal("M01", RecipientCertificate.Read(certificate.RawData.AsSpan()[..^1], Sample.Now).Fault!.Number);
        Assert.Equal("M01", RecipientCertificate.Read([.. certificate.RawData, 0], Sample.Now).Fault!.Number);
        Assert.Equal("M01", RecipientCertificate.Read(new byte[70 << 10], Sample.Now).Fault!.Number);
    }

    [Fact]
    public void A_private_key_is_refused_in_whatever_form_it_comes()
    {
        using var certificate = Sample.Certificate();
        using var key = certificate.GetRSAPrivateKey()!;
        using var curve = ECDsa.Create();
        var parameters = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1);
        byte[][] uploads =
        [
            Encoding.ASCII.GetBytes(certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem()),
            Encoding.ASCII.GetBytes(key.ExportRSAPrivateKeyPem()),
            Encoding.ASCII.GetBytes(key.ExportEncryptedPkcs8PrivateKeyPem("passord", parameters)),
            key.ExportPkcs8PrivateKey(),
            key.ExportRSAPrivateKey(),
            curve.ExportECPrivateKey(),
            certificate.Export(X509ContentType.Pfx, "passord"),
        ];
        Assert.All(uploads, upload => Assert.Equal("M02", RecipientCertificate.Read(upload, Sample.Now).Fault!.Number));
    }

    [Fact]
    public void Two_certificates_are_one_too_many()
    {
        using var one = Sample.Certificate();
        using var two = Sample.Certificate();
        var fault = Read(one.ExportCertificatePem() + "\n" + two.ExportCertificatePem()).Fault!;
        Assert.Equal("M03", fault.Number);
        Assert.Contains("2 sertifikater", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_is_held_against_the_time()
    {
        using var early = Sample.Certificate(from: Sample.Now.AddDays(1));
        using var late = Sample.Certificate(until: Sample.Now.AddDays(-1));
        using var soon = Sample.Certificate(until: Sample.Now.AddDays(20));
        Assert.Equal(new CertificateFault("M04", "Sertifikatet gjelder først fra 21.11.2026."), RecipientCertificate.Read(early.RawData, Sample.Now).Fault);
        Assert.Equal(new CertificateFault("M05", "Sertifikatet gikk ut 19.11.2026."), RecipientCertificate.Read(late.RawData, Sample.Now).Fault);
        var warned = RecipientCertificate.Read(soon.RawData, Sample.Now);
        Assert.NotNull(warned.Certificate);
        Assert.Equal(new CertificateFault("M10", "Sertifikatet går ut 10.12.2026."), warned.Warning);
        Assert.Null(RecipientCertificate.Read(soon.RawData, Sample.Now, warningDays: 10).Warning);
    }

    [Fact]
    public void A_key_of_another_kind_or_too_short_is_refused()
    {
        using var curve = ECDsa.Create();
        using var elliptic = new CertificateRequest("CN=Test", curve, HashAlgorithmName.SHA256).CreateSelfSigned(Sample.Now.AddDays(-1), Sample.Now.AddYears(1));
        using var weak = Sample.Certificate(1024);
        Assert.Equal("M06", RecipientCertificate.Read(elliptic.RawData, Sample.Now).Fault!.Number);
        var fault = RecipientCertificate.Read(weak.RawData, Sample.Now).Fault!;
        Assert.Equal("M07", fault.Number);
        Assert.Contains("1024 bit", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_small_exponent_is_refused()
    {
        using var issuer = RSA.Create(2048);
        var parameters = issuer.ExportParameters(includePrivateParameters: false);
        using var key = RSA.Create(parameters with { Exponent = [3] });
        var request = new CertificateRequest("CN=Test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.Create(
            new X500DistinguishedName("CN=Utsteder"), X509SignatureGenerator.CreateForRSA(issuer, RSASignaturePadding.Pkcs1), Sample.Now.AddDays(-1), Sample.Now.AddYears(1), [1]);
        Assert.Equal("M08", RecipientCertificate.Read(certificate.RawData, Sample.Now).Fault!.Number);
    }

    [Fact]
    public void A_certificate_for_signing_is_refused()
    {
        using var certificate = Sample.Certificate(usage: X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation);
        Assert.Equal("M09", RecipientCertificate.Read(certificate.RawData, Sample.Now).Fault!.Number);
    }

    private static CertificateReading Read(string upload) => RecipientCertificate.Read(Encoding.UTF8.GetBytes(upload), Sample.Now);
}
