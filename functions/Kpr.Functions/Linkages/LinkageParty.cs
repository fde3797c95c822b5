namespace Kpr.Functions.Linkages;

/// <summary>Whom files of a linkage are encrypted to.</summary>
/// <param name="Id">Id of the source's order; <c>linker</c> for the linker.</param>
/// <param name="Organisation">Its organisation number, or the code of its register.</param>
/// <param name="Certificate">Its certificate, PEM; null for the register itself, which needs no key file.</param>
public sealed record LinkageParty(string Id, string Organisation, string? Certificate);
