using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs.Models;
using Kpr.Core.Judging;
using Kpr.Core.Receipts;
using Kpr.Core.Tests.CareEvents;
using Kpr.Core.Tests.Transport;
using Kpr.Functions.Azure;
using Kpr.Functions.Tests.Reference;

namespace Kpr.Functions.Tests.Ingest;

/// <summary>Shipments that must be signed, once the operator has loaded trusted issuers.</summary>
public sealed class SignedFileTests
{
    private const string Name = "care-events/0301/a.xml";

    private static readonly byte[] Content = Encoding.UTF8.GetBytes(new CareEventDocument().Add().ToString());

    [Fact]
    public async Task An_unsigned_file_is_rejected_and_the_same_bytes_signed_are_taken()
    {
        using var issuer = new TestIssuer();
        await using var test = await TestSystem.StartAsync();
        await TrustAsync(test, issuer);
        await test.UploadAsync(Name, Content);
        await test.SettleAsync();
        Assert.Equal((ReceiptStatus.Rejected, 1), (Assert.Single(await ReceiptsAsync(test)).Status, Assert.Single(await ReceiptsAsync(test)).Rules["F05"]));
        Assert.Empty(await test.ListAsync(Containers.Register));

        await SignedAsync(test, issuer.Sign(SHA256.HashData(Content)).Signature);

        Assert.Equal([ReceiptStatus.Accepted, ReceiptStatus.Rejected], (await ReceiptsAsync(test)).Select(receipt => receipt.Status).Order());
        Assert.NotEmpty(await test.ListAsync(Containers.Register));
        await test.AssertTidyAsync();
    }

    [Fact]
    public async Task A_file_changed_after_it_was_signed_is_rejected()
    {
        using var issuer = new TestIssuer();
        await using var test = await TestSystem.StartAsync();
        await TrustAsync(test, issuer);

        await SignedAsync(test, issuer.Sign(SHA256.HashData("what was signed"u8)).Signature);

        var receipt = Assert.Single(await ReceiptsAsync(test));
        Assert.Contains("S01", Assert.Single(receipt.Findings).Message, StringComparison.Ordinal);
        await test.AssertTidyAsync();
    }

    private static async Task TrustAsync(TestSystem test, TestIssuer issuer)
    {
        await ReferenceTestSet.UploadAsync(test, "sertifikater", "2021-01-01", issuer.Table());
        await test.SettleAfterAsync(TimeSpan.FromMinutes(6));
    }

    private static async Task SignedAsync(TestSystem test, TransportSignature signature)
    {
        await test.System.Storage.Landing.GetBlobContainerClient(Containers.Incoming).GetBlobClient(Name).UploadAsync(
            BinaryData.FromBytes(Content),
            new BlobUploadOptions
            {
                Metadata = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    [TransportSignature.CertificateKey] = Convert.ToBase64String(signature.Certificate.Span),
                    [TransportSignature.SignatureKey] = Convert.ToBase64String(signature.Signature.Span),
                },
            },
            default);
        await test.SettleAsync();
    }

    private static async Task<IReadOnlyList<Receipt>> ReceiptsAsync(TestSystem test)
    {
        var receipts = new List<Receipt>();
        foreach (var name in (await test.ListAsync(Containers.Receipts)).Where(name => name.EndsWith(".json", StringComparison.Ordinal)))
        {
            receipts.Add(System.Text.Json.JsonSerializer.Deserialize(await test.ReadAsync(Containers.Receipts, name), ReceiptJson.Indented.Receipt)!);
        }

        return receipts;
    }
}
