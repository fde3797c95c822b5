using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Kpr.Core.Extracts.Package.Encryption;

namespace Kpr.Core.Tests.Extracts.Package;

public sealed class CmsEnvelopeTests
{
    private const int Chunk = 1 << 16;
    private const long Large = 70L << 20;

    private static readonly X509Certificate2 Recipient = Sample.Certificate();
    private static readonly X509Certificate2 Longer = Sample.Certificate(3072);

    public static TheoryData<int> Lengths => [0, 1, 15, 16, 17, Chunk - 1, Chunk, Chunk + 1, (3 * Chunk) + 5];

    [Theory]
    [MemberData(nameof(Lengths))]
    public async Task The_framework_opens_it(int length)
    {
        var content = Content(length);
        var cms = new EnvelopedCms();
        cms.Decode(await Encrypt(content, Recipient));
        cms.Decrypt(new X509Certificate2Collection(Recipient));
        Assert.Equal(content, cms.ContentInfo.Content);
        Assert.Equal("2.16.840.1.101.3.4.1.42", cms.ContentEncryptionAlgorithm.Oid.Value);
        Assert.Equal("1.2.840.113549.1.1.7", Assert.Single(cms.RecipientInfos.Cast<RecipientInfo>()).KeyEncryptionAlgorithm.Oid.Value);
    }

    [ProgramTheory("openssl")]
    [MemberData(nameof(Lengths))]
    public async Task Openssl_opens_it(int length)
    {
        using var folder = new TemporaryFolder();
        var recipient = length % 2 == 0 ? Longer : Recipient;
        var content = Content(length);
        Open(folder, recipient, folder.Write("content.p7m", await Encrypt(content, recipient)));
        Assert.Equal(content, File.ReadAllBytes(folder.Path("content")));
    }

    [ProgramFact("openssl")]
    public async Task A_file_larger_than_memory_may_be_goes_through_in_chunks()
    {
        using var folder = new TemporaryFolder();
        using var content = new CountingStream(Large);
        await using (var target = File.Create(folder.Path("content.p7m")))
        {
            await CmsEnvelope.EncryptAsync(content, target, Recipient);
        }

        Assert.True(content.LargestRead <= Chunk);
        Open(folder, Recipient, folder.Path("content.p7m"));
        await using var opened = File.OpenRead(folder.Path("content"));
        await using var expected = new CountingStream(Large);
        Assert.Equal(await SHA256.HashDataAsync(expected), await SHA256.HashDataAsync(opened));
    }

    [Fact]
    public async Task Memory_does_not_grow_with_the_file()
    {
        await CmsEnvelope.EncryptAsync(new CountingStream(Chunk), Stream.Null, Recipient);
        var small = await Allocated(1 << 20);
        var large = await Allocated(33 << 20);

        // The head of a chunk is all that is made anew: 512 of them.
        Assert.InRange(large - small, 0, 512 * 256);

        async Task<long> Allocated(long length)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            await CmsEnvelope.EncryptAsync(new CountingStream(length), Stream.Null, Recipient);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public async Task The_same_content_is_never_encrypted_the_same_way_twice()
    {
        var (one, two) = (await Encrypt(Content(100), Recipient), await Encrypt(Content(100), Recipient));
        Assert.NotEqual(one[^80..], two[^80..]);
    }

    [Fact]
    public async Task Nobody_else_opens_it()
    {
        using var other = Sample.Certificate();
        var cms = new EnvelopedCms();
        cms.Decode(await Encrypt(Content(100), Recipient));
        Assert.ThrowsAny<CryptographicException>(() => cms.Decrypt(new X509Certificate2Collection(other)));
    }

    private static void Open(TemporaryFolder folder, X509Certificate2 recipient, string file)
    {
        using var key = recipient.GetRSAPrivateKey()!;
        OtherProgram.Run(
            "openssl", "cms", "-decrypt", "-binary", "-stream", "-inform", "DER", "-in", file, "-inkey", folder.Write("key.pem", key.ExportPkcs8PrivateKeyPem()),
            "-recip", folder.Write("recipient.pem", recipient.ExportCertificatePem()), "-out", folder.Path("content"));
    }

    private static async Task<byte[]> Encrypt(byte[] content, X509Certificate2 recipient)
    {
        using var target = new MemoryStream();
        await CmsEnvelope.EncryptAsync(new MemoryStream(content), target, recipient);
        return target.ToArray();
    }

    private static byte[] Content(int length) => [.. Enumerable.Range(0, length).Select(at => (byte)(at * 31))];
}
