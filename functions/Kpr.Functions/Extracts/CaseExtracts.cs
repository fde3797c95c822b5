using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kpr.Functions.Azure;
using Kpr.Functions.Statistics;

namespace Kpr.Functions.Extracts;

/// <summary>
/// What a case has to do with extracts, beside its own rows: which there are, <c>{case}/extracts/{id}.json</c>; and how somebody meant to release one,
/// <c>{case}/releases/{id}/{who}.json</c>. The latter lies there before the case's command is given, so that whoever comes after a crash can finish what was begun.
/// </summary>
/// <param name="storage">The storage accounts.</param>
public sealed class CaseExtracts(StorageAccounts storage)
{
    private const string Ending = ".json";

    private readonly BlobContainerClient _cases = storage.CaseFiles.GetBlobContainerClient(Containers.Cases);

    /// <summary>Notes that an extract was, or is about to be, ordered.</summary>
    public Task AddAsync(string caseId, string id, CancellationToken cancellationToken) =>
        Entry(caseId, id).TryWriteAsync(TableJson.Bytes(new CaseExtract(id)), null, cancellationToken);

    /// <summary>Notes that preparation was told how an extract ended.</summary>
    public Task NoteToldAsync(string caseId, CaseExtract extract, ExtractStatus status, CancellationToken cancellationToken) =>
        Entry(caseId, extract.Id).UploadAsync(BinaryData.FromBytes(TableJson.Bytes(extract with { Told = status })), new BlobUploadOptions(), cancellationToken);

    /// <summary>The extracts of a case, in no order; some may not have come to be ordered.</summary>
    public async Task<IReadOnlyList<CaseExtract>> ListAsync(string caseId, CancellationToken cancellationToken)
    {
        var found = new List<CaseExtract>();
        await foreach (var blob in _cases.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{caseId}/extracts/", cancellationToken))
        {
            if (blob.Name.EndsWith(Ending, StringComparison.Ordinal) && await _cases.GetBlobClient(blob.Name).FindAsync(cancellationToken) is { } content)
            {
                found.Add(TableJson.Read<CaseExtract>(content.Content.ToMemory()));
            }
        }

        return found;
    }

    /// <summary>Notes how somebody is about to release an extract, in place of what the same person meant before.</summary>
    public Task IntendAsync(string caseId, string id, string subject, ExtractRelease release, CancellationToken cancellationToken) =>
        Intent(caseId, id, subject).UploadAsync(BinaryData.FromBytes(TableJson.Bytes(release)), new BlobUploadOptions(), cancellationToken);

    /// <summary>How somebody meant to release an extract; null when nothing of the kind is known.</summary>
    public async Task<ExtractRelease?> FindIntentAsync(string caseId, string id, string subject, CancellationToken cancellationToken) =>
        await Intent(caseId, id, subject).FindAsync(cancellationToken) is { } found ? TableJson.Read<ExtractRelease>(found.Content.ToMemory()) : null;

    private BlobClient Entry(string caseId, string id) => _cases.GetBlobClient($"{caseId}/extracts/{id}{Ending}");

    // Subjects come from other systems, and names of blobs may not have every character.
    private BlobClient Intent(string caseId, string id, string subject) =>
        _cases.GetBlobClient($"{caseId}/releases/{id}/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(subject)))[..32]}{Ending}");
}
