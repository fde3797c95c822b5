namespace Kpr.Functions.Extracts;

/// <summary>The release of an extract, and to whom. It is written once.</summary>
/// <param name="By">Who released it: role and subject; never who ordered it.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Recipient">Organisation number of the recipient.</param>
/// <param name="Certificate">The recipient's certificate, PEM: the files are encrypted to it.</param>
/// <param name="ExpiresAt">Until when the delivery can be fetched (UTC).</param>
public sealed record ExtractRelease(string By, DateTime At, string Recipient, string Certificate, DateTime ExpiresAt)
{
    /// <summary>Why it is released though the risk figures are above the limits; null where they are not.</summary>
    public string? Reason { get; init; }

    /// <summary>Name of the analysis room (setting <c>Kpr:Rooms:{name}</c>) that it is put in; null where the recipient fetches it at our address.</summary>
    public string? Room { get; init; }
}
