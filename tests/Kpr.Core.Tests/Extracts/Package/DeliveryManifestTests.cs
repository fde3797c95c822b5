using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Kpr.Core.Extracts.Package;
using Kpr.Core.Extracts.Package.Encryption;

namespace Kpr.Core.Tests.Extracts.Package;

public sealed class DeliveryManifestTests
{
    private static readonly DeliveryManifest Manifest = new(
        "L-1", "PROSJEKT-1", "SAK-2026-0001", "B-1", 2, "catalogue-7", "0123456789abcdef", Sample.Now, new string('c', 64),
        [new("personer.csv", 5, Hash("12345"), 1), new("kodebok.html", 3, Hash("abc"))])
    { DeletionOn = new DateOnly(2028, 12, 31) };

    [Fact]
    public void It_is_read_back_and_always_has_the_same_bytes()
    {
        var bytes = Manifest.ToBytes();
        Assert.Equal(bytes, DeliveryManifest.Read(bytes)!.ToBytes());
        Assert.Contains("\"decisionVersion\": 2", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.DoesNotContain("endsOn", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Null(DeliveryManifest.Read("{}"u8));
        Assert.Null(DeliveryManifest.Read("[]"u8));
        Assert.Null(DeliveryManifest.Read("manifest"u8));
    }

    [Fact]
    public void Every_difference_of_files_is_told()
    {
        Assert.Empty(Manifest.Differences(Manifest.Files.Reverse()));
        Assert.Equal(["kodebok.html mangler."], Manifest.Differences([Manifest.Files[0]]));
        Assert.Equal(["personer.csv har 6 byte, ikke 5."], Manifest.Differences([Manifest.Files[0] with { Bytes = 6 }, Manifest.Files[1]]));
        Assert.Equal(["personer.csv har et annet innhold."], Manifest.Differences([Manifest.Files[0] with { Sha256 = Hash("12346") }, Manifest.Files[1]]));
        Assert.Equal(["ekstra.csv hører ikke til leveransen."], Manifest.Differences([.. Manifest.Files, new PackagedFile("ekstra.csv", 1, Hash(""))]));
    }

    [Fact]
    public void The_signature_holds_for_these_bytes_and_this_certificate_alone()
    {
        using var register = Sample.Certificate(usage: X509KeyUsageFlags.DigitalSignature);
        using var other = Sample.Certificate(usage: X509KeyUsageFlags.DigitalSignature);
        var bytes = Manifest.ToBytes();
        var signature = ManifestSignature.Sign(bytes, register, null, Sample.Now);
        Assert.True(ManifestSignature.Verify(bytes, signature, register));
        Assert.False(ManifestSignature.Verify(bytes, signature, other));
        Assert.False(ManifestSignature.Verify([.. bytes, (byte)' '], signature, register));
        Assert.False(ManifestSignature.Verify(bytes, ManifestSignature.Sign(bytes, other, null, Sample.Now), register));
        Assert.False(ManifestSignature.Verify(bytes, [1, 2, 3], register));
        Assert.False(ManifestSignature.Verify(bytes, signature[..^1], register));
    }

    [Fact]
    public void The_key_may_lie_apart_from_the_certificate()
    {
        using var both = Sample.Certificate(usage: X509KeyUsageFlags.DigitalSignature);
        using var key = both.GetRSAPrivateKey()!;
        using var register = X509CertificateLoader.LoadCertificate(both.RawData);
        var bytes = Manifest.ToBytes();
        Assert.True(ManifestSignature.Verify(bytes, ManifestSignature.Sign(bytes, register, key, Sample.Now), register));
    }

    [ProgramFact("openssl")]
    public void Openssl_takes_the_signature_and_refuses_it_for_other_bytes()
    {
        using var folder = new TemporaryFolder();
        using var register = Sample.Certificate(usage: X509KeyUsageFlags.DigitalSignature, from: DateTimeOffset.UtcNow.AddDays(-1), until: DateTimeOffset.UtcNow.AddDays(1));
        var bytes = Manifest.ToBytes();
        var signature = folder.Write(DeliveryManifest.SignatureName, ManifestSignature.Sign(bytes, register, null, Sample.Now));
        var certificate = folder.Write("register.pem", register.ExportCertificatePem());
        string[] verify = ["cms", "-verify", "-binary", "-inform", "DER", "-in", signature, "-CAfile", certificate, "-purpose", "any", "-out", folder.Path("out"), "-content"];
        OtherProgram.Run("openssl", [.. verify, folder.Write(DeliveryManifest.FileName, bytes)]);
        Assert.Equal(bytes, File.ReadAllBytes(folder.Path("out")));
        Assert.NotEqual(0, OtherProgram.Try("openssl", [.. verify, folder.Write("other.json", [.. bytes, 10])]).Code);
    }

    [ProgramFact("sha256sum")]
    public void Sha256sum_checks_the_list_of_sums()
    {
        using var folder = new TemporaryFolder();
        folder.Write("personer.csv", "12345");
        folder.Write("kodebok.html", "abc");
        folder.Write(DeliveryManifest.SumsName, Manifest.ToSums());
        OtherProgram.Run("sh", "-c", $"cd '{folder.Path("")}' && sha256sum --strict -c {DeliveryManifest.SumsName}");
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
