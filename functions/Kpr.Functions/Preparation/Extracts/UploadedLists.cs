using Kpr.Core.Extracts.Package.Encryption;
using Kpr.Functions.Extracts;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>Opens the lists of identity numbers that applicants upload, encrypted to the register: in memory, here alone.</summary>
/// <param name="cohorts">The lists.</param>
/// <param name="certificates">The keys that open them.</param>
public sealed class UploadedLists(CohortStore cohorts, RegisterCertificates certificates)
{
    // Five million numbers; more than there are people.
    private const int MostBytes = 64 << 20;

    /// <summary>Opens a list.</summary>
    /// <returns>The list in UTF-8, which the caller clears; or why it cannot be opened, in Norwegian.</returns>
    public async Task<(byte[]? Plain, string? Fault)> OpenAsync(string caseId, string list, CancellationToken cancellationToken)
    {
        await using var content = ExtractStore.IsPossible(list) ? await cohorts.OpenAsync(caseId, list, cancellationToken) : null;
        if (content is null)
        {
            return (null, "Listen over personer finnes ikke. Last den opp på nytt.");
        }

        if (content.Length > MostBytes)
        {
            return (null, "Listen over personer er for lang.");
        }

        var envelope = new byte[content.Length];
        await content.ReadExactlyAsync(envelope, cancellationToken);
        return await OpenAsync(envelope, cancellationToken) is { } plain
            ? (plain, null)
            : (null, "Listen over personer kan ikke åpnes. Krypter den til registerets sertifikat, og last den opp på nytt.");
    }

    /// <summary>Deletes a list.</summary>
    public Task DeleteAsync(string caseId, string list, CancellationToken cancellationToken) =>
        ExtractStore.IsPossible(list) ? cohorts.DeleteAsync(caseId, list, cancellationToken) : Task.CompletedTask;

    private async Task<byte[]?> OpenAsync(byte[] envelope, CancellationToken cancellationToken)
    {
        byte[]? plain = null;
        foreach (var certificate in await certificates.AllAsync(cancellationToken))
        {
            using (certificate)
            {
                plain ??= CmsEnvelope.Open(envelope, certificate);
            }
        }

        return plain;
    }
}
