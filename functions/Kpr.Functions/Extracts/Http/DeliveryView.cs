namespace Kpr.Functions.Extracts.Http;

/// <summary>A delivery as its recipient sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Case">Id of the case.</param>
/// <param name="Order">Id of the register's order in it: what <c>confirm-receipt</c> names.</param>
/// <param name="At">When it was delivered (UTC).</param>
/// <param name="ExpiresAt">Until when it can be fetched (UTC).</param>
/// <param name="Room">The analysis room that it lies in; null where it is fetched here.</param>
/// <param name="Closed">Why it cannot be fetched now, in Norwegian; null when it can.</param>
/// <param name="Files">Its files, encrypted, the signed manifest last.</param>
public sealed record DeliveryView(
    string Id, string Case, string Order, DateTime At, DateTime ExpiresAt, string? Room, string? Closed, IReadOnlyList<DeliveryView.File> Files)
{
    /// <summary>A file of a delivery.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Bytes">Its length.</param>
    /// <param name="Sha256">SHA-256 of its bytes, lower-case hexadecimal.</param>
    /// <param name="Left">How often it can still be fetched.</param>
    public sealed record File(string Name, long Bytes, string Sha256, int Left);
}
