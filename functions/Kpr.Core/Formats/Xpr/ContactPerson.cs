namespace Kpr.Core.Formats.Xpr;

/// <summary>A contact person (Kontaktperson) at the sender.</summary>
/// <param name="Line">1-based line of the element.</param>
/// <param name="KontPerson">Name.</param>
/// <param name="MeldTelefon">Telephone; optional.</param>
/// <param name="MeldEpost1">E-mail.</param>
/// <param name="MeldEpost2">Second e-mail; optional.</param>
/// <param name="TypeKontaktperson">Type (list 8471).</param>
public sealed record ContactPerson(
    long Line, string? KontPerson, string? MeldTelefon, string? MeldEpost1, string? MeldEpost2, string? TypeKontaktperson);
