namespace Kpr.Core.Cases.Content;

/// <summary>Linkage (sammenstilling).</summary>
/// <param name="Linked">Whether data of several sources are linked.</param>
/// <param name="Description">How, by which key, with shifted dates or not.</param>
/// <param name="Partners">Data from elsewhere.</param>
public sealed record LinkageSection(bool Linked, string? Description = null, IReadOnlyList<LinkagePartner>? Partners = null);
