namespace Kpr.Core.Formats.Xpr;

/// <summary>The attributes of a Kontaktperson or Kommune while they are read.</summary>
internal sealed class EnvelopePartDraft
{
    public string? KontPerson { get; set; }

    public string? MeldTelefon { get; set; }

    public string? MeldEpost1 { get; set; }

    public string? MeldEpost2 { get; set; }

    public string? TypeKontaktperson { get; set; }

    public string? KommuneNr { get; set; }

    public string? KommuneOrgNr { get; set; }
}
