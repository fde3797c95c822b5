namespace Kpr.Functions.Extracts;

/// <summary>A package as it was delivered: encrypted, whole. What lies beside it in the same place and is not named here is no delivery.</summary>
/// <param name="Folder">Folder of the files in the container of deliveries, or in that of the room.</param>
/// <param name="Files">The encrypted files, the signed manifest last.</param>
/// <param name="At">When it was delivered (UTC).</param>
/// <param name="ExpiresAt">Until when it can be fetched (UTC).</param>
/// <param name="Room">Name of the analysis room that it lies in; null where the recipient fetches it.</param>
public sealed record ExtractDelivery(string Folder, IReadOnlyList<ExtractFile> Files, DateTime At, DateTime ExpiresAt, string? Room = null)
{
    /// <summary>When the files were deleted (UTC); null while they are there.</summary>
    public DateTime? DeletedAt { get; init; }
}
