using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kpr.Functions.Azure;
using Kpr.Functions.Statistics;

namespace Kpr.Functions.Extracts.Recipients;

/// <summary>
/// What recipients gave for their deliveries, beside the case: the certificate, <c>{case}/recipient/certificate.json</c> (of the linker <c>linker.json</c>, of a source <c>source-{register}.json</c>), and which lists were
/// uploaded, <c>{case}/lists/{list}.json</c>.
/// </summary>
/// <param name="storage">The storage accounts.</param>
public sealed class RecipientStore(StorageAccounts storage)
{
    /// <summary>The applicant's certificate.</summary>
    public const string Applicant = "certificate";

    /// <summary>The linker's certificate.</summary>
    public const string Linker = "linker";

    private const int IdLength = 32;

    private readonly BlobContainerClient _cases = storage.CaseFiles.GetBlobContainerClient(Containers.Cases);

    /// <summary>The id of a list, by its case and name: the same name again takes its place.</summary>
    public static string ListId(string caseId, string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{caseId}\n{name}")))[..IdLength];

    /// <summary>The certificate of a register outside this one, which key files are encrypted to.</summary>
    public static string Source(string register) => $"source-{register}";

    /// <summary>Keeps a certificate in place of the one before.</summary>
    public Task WriteAsync(string caseId, string whose, StoredCertificate certificate, CancellationToken cancellationToken) =>
        Certificate(caseId, whose).UploadAsync(BinaryData.FromBytes(TableJson.Bytes(certificate with { Warning = null })), new BlobUploadOptions(), cancellationToken);

    /// <summary>The certificate; null when there is none.</summary>
    public async Task<StoredCertificate?> FindAsync(string caseId, string whose, CancellationToken cancellationToken) =>
        await Certificate(caseId, whose).FindAsync(cancellationToken) is { } found ? TableJson.Read<StoredCertificate>(found.Content.ToMemory()) : null;

    /// <summary>Notes a list.</summary>
    public Task NoteAsync(string caseId, UploadedList list, CancellationToken cancellationToken) =>
        _cases.GetBlobClient($"{Lists(caseId)}{list.List}.json").UploadAsync(BinaryData.FromBytes(TableJson.Bytes(list)), new BlobUploadOptions(), cancellationToken);

    /// <summary>The lists that were uploaded, oldest first.</summary>
    public async Task<IReadOnlyList<UploadedList>> ListsAsync(string caseId, CancellationToken cancellationToken)
    {
        var found = new List<UploadedList>();
        await foreach (var blob in _cases.GetBlobsAsync(BlobTraits.None, BlobStates.None, Lists(caseId), cancellationToken))
        {
            if (await _cases.GetBlobClient(blob.Name).FindAsync(cancellationToken) is { } content)
            {
                found.Add(TableJson.Read<UploadedList>(content.Content.ToMemory()));
            }
        }

        return [.. found.OrderBy(list => list.At)];
    }

    private static string Lists(string caseId) => $"{caseId}/lists/";

    private BlobClient Certificate(string caseId, string whose) => _cases.GetBlobClient($"{caseId}/recipient/{whose}.json");
}
