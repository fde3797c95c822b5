namespace Kpr.Functions.Linkages;

/// <summary>The release of linked data to the applicant.</summary>
/// <param name="By">Who released them: role and subject.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Recipient">Organisation number of the recipient.</param>
/// <param name="ExpiresAt">Until when they can be fetched (UTC).</param>
/// <param name="Files">The files, encrypted.</param>
public sealed record LinkageRelease(string By, DateTime At, string Recipient, DateTime ExpiresAt, IReadOnlyList<HandedFile> Files)
{
    /// <summary>When the ledger had its line (UTC): before that nothing can be fetched; null before.</summary>
    public DateTime? EnteredAt { get; init; }

    /// <summary>When the files were deleted (UTC); null while they are there.</summary>
    public DateTime? DeletedAt { get; init; }
}
