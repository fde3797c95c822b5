namespace Kpr.Functions.Extracts.Http;

/// <summary>A page of the disclosure ledger of a year.</summary>
/// <param name="Year">The year (UTC).</param>
/// <param name="Disclosures">Its lines, oldest first.</param>
/// <param name="Next">Address of the next page; null for none.</param>
public sealed record DisclosurePage(int Year, IReadOnlyList<DisclosureRow> Disclosures, string? Next);
