using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Kpr.Core.Extracts.Package.Encryption;
using Kpr.Core.Extracts.Uploads;
using Kpr.Core.Tests.Extracts.Package;

namespace Kpr.Core.Tests.Extracts.Uploads;

public sealed class EnvelopeTests
{
    private static readonly X509Certificate2 Register = Sample.Certificate();
    private static readonly byte[] List = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Repeat("17834200368", 5_000)));

    [Theory]
    [InlineData(SubjectIdentifierType.IssuerAndSerialNumber)]
    [InlineData(SubjectIdentifierType.SubjectKeyIdentifier)]
    public void An_envelope_to_the_register_is_taken_however_it_names_the_register(SubjectIdentifierType by)
    {
        using var register = WithKeyIdentifier();
        var envelope = Enveloped(register, by);
        Assert.Null(EnvelopeHead.Refuse(Head(envelope), register));
        Assert.True(IsWhole(envelope));
    }

    [Fact]
    public async Task An_envelope_of_indefinite_length_to_several_is_taken_by_its_head_alone()
    {
        using var target = new MemoryStream();
        await CmsEnvelope.EncryptAsync(new MemoryStream([.. Enumerable.Repeat((byte)'x', 500_000)]), target, Register);
        Assert.True(target.Length > EnvelopeHead.Length);
        Assert.Null(EnvelopeHead.Refuse(Head(target.ToArray()), Register));
        Assert.True(IsWhole(target.ToArray()));

        using var other = Sample.Certificate();
        var cms = new EnvelopedCms(new ContentInfo(List), new AlgorithmIdentifier(new Oid("2.16.840.1.101.3.4.1.42")));
        cms.Encrypt([new CmsRecipient(other), new CmsRecipient(Register)]);
        Assert.Null(EnvelopeHead.Refuse(Head(cms.Encode()), Register));
    }

    [ProgramFact("openssl")]
    public void What_openssl_makes_as_the_read_me_says_is_taken_whole_or_streamed_and_can_be_opened()
    {
        using var folder = new TemporaryFolder();
        foreach (var form in (string[][])[[], ["-stream"]])
        {
            OtherProgram.Run("openssl", [
                "cms", "-encrypt", "-binary", "-aes-256-cbc", .. form, "-in", folder.Write("list", List), "-outform", "DER", "-out", folder.Path("list.p7m"),
                "-recip", folder.Write("kpr.pem", Register.ExportCertificatePem()), "-keyopt", "rsa_padding_mode:oaep",
            ]);
            var envelope = File.ReadAllBytes(folder.Path("list.p7m"));
            Assert.Null(EnvelopeHead.Refuse(Head(envelope), Register));
            Assert.True(IsWhole(envelope));
            var cms = new EnvelopedCms();
            cms.Decode(envelope);
            cms.Decrypt(new X509Certificate2Collection(Register));
            Assert.Equal(List, cms.ContentInfo.Content);
        }
    }

    [Fact]
    public void What_is_no_envelope_to_the_register_is_refused_with_a_reason()
    {
        using var other = Sample.Certificate();
        var envelope = Enveloped(Register);
        var signed = new SignedCms(new ContentInfo(List));
        signed.ComputeSignature(new CmsSigner(Register), silent: true);
        var des = new EnvelopedCms(new ContentInfo(List), new AlgorithmIdentifier(new Oid("1.2.840.113549.3.7")));
        des.Encrypt(new CmsRecipient(Register));

        Assert.Contains("ikke CMS", EnvelopeHead.Refuse(List, Register), StringComparison.Ordinal);
        Assert.Contains("ikke CMS", EnvelopeHead.Refuse([], Register), StringComparison.Ordinal);
        Assert.Contains("ikke CMS", EnvelopeHead.Refuse(Encoding.ASCII.GetBytes(PemEncoding.WriteString("CMS", envelope)), Register), StringComparison.Ordinal);
        Assert.Contains("ikke CMS", EnvelopeHead.Refuse(Register.RawData, Register), StringComparison.Ordinal);
        Assert.Contains("ikke EnvelopedData", EnvelopeHead.Refuse(signed.Encode(), Register), StringComparison.Ordinal);
        Assert.Contains("mottakerens sertifikat", EnvelopeHead.Refuse(Head(Enveloped(other)), Register), StringComparison.Ordinal);
        Assert.Contains("AES", EnvelopeHead.Refuse(Head(des.Encode()), Register), StringComparison.Ordinal);
    }

    [Fact]
    public void A_head_cut_off_anywhere_or_changed_in_any_byte_is_judged_and_never_thrown()
    {
        var envelope = Enveloped(Register);
        var head = envelope.AsSpan(0, 600).ToArray();
        for (var length = 0; length < 200; length++)
        {
            Assert.NotNull(EnvelopeHead.Refuse(head.AsSpan(0, length), Register));
        }

        for (var at = 0; at < head.Length; at++)
        {
            foreach (var value in (byte[])[0, 0x7F, 0x80, 0x84, 0x89, 0xFF])
            {
                var changed = head.ToArray();
                changed[at] = value;
                _ = EnvelopeHead.Refuse(changed, Register);
            }
        }
    }

    [Fact]
    public void An_envelope_with_anything_behind_it_or_missing_from_it_is_not_whole()
    {
        foreach (var envelope in (byte[][])[Enveloped(Register), Indefinite()])
        {
            Assert.True(IsWhole(envelope));
            Assert.False(IsWhole([.. envelope, (byte)'\n']));
            Assert.False(IsWhole([.. envelope, .. List]));
            Assert.False(IsWhole([.. envelope, .. envelope]));
            foreach (var cut in (int[])[0, 1, 2, 3, 5, 10, 100, envelope.Length / 2, envelope.Length - 3, envelope.Length - 2, envelope.Length - 1])
            {
                Assert.False(IsWhole(envelope[..cut]), $"{cut} of {envelope.Length}");
            }
        }
    }

    [Theory]
    [InlineData("3003040100")]
    [InlineData("30800201010000")]
    public void What_is_well_formed_is_whole(string hex) => Assert.True(IsWhole(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("0401FF")]
    [InlineData("3002040100")]
    [InlineData("3005A003FFFF00")]
    [InlineData("04800000")]
    [InlineData("3005300502010000")]
    [InlineData("30803005020100000000")]
    [InlineData("300400000000")]
    [InlineData("1F81010100")]
    [InlineData("3089FFFFFFFFFFFFFFFFFF00")]
    public void What_is_not_is_not(string hex) => Assert.False(IsWhole(Convert.FromHexString(hex)));

    [Fact]
    public void The_walk_does_not_care_how_an_upload_is_cut_into_pieces()
    {
        var random = new Random(4711);
        var envelope = Indefinite();
        for (var run = 0; run < 200; run++)
        {
            var walk = new EnvelopeWalk();
            for (var at = 0; at < envelope.Length;)
            {
                var length = Math.Min(envelope.Length - at, 1 + random.Next(random.Next(2) == 0 ? 3 : 90_000));
                Assert.False(walk.IsWhole);
                Assert.True(walk.Read(envelope.AsSpan(at, length)));
                at += length;
            }

            Assert.True(walk.IsWhole);
        }
    }

    private static bool IsWhole(byte[] bytes)
    {
        var walk = new EnvelopeWalk();
        return walk.Read(bytes) && walk.IsWhole;
    }

    private static ReadOnlySpan<byte> Head(byte[] envelope) => envelope.AsSpan(0, Math.Min(envelope.Length, EnvelopeHead.Length));

    private static byte[] Enveloped(X509Certificate2 to, SubjectIdentifierType by = SubjectIdentifierType.IssuerAndSerialNumber)
    {
        var cms = new EnvelopedCms(new ContentInfo(List), new AlgorithmIdentifier(new Oid("2.16.840.1.101.3.4.1.42")));
        cms.Encrypt(new CmsRecipient(by, to));
        return cms.Encode();
    }

    private static byte[] Indefinite()
    {
        using var target = new MemoryStream();
        CmsEnvelope.EncryptAsync(new MemoryStream([.. Enumerable.Repeat((byte)'x', 150_000)]), target, Register).GetAwaiter().GetResult();
        return target.ToArray();
    }

    private static X509Certificate2 WithKeyIdentifier()
    {
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=Register", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request.CreateSelfSigned(Sample.Now.AddDays(-1), Sample.Now.AddYears(1));
    }
}
