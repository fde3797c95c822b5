namespace Kpr.Core.Formats.Claims;

/// <summary>Children of Behandling, in the order of <see cref="ClaimXmlNames.InTreatment"/>.</summary>
internal enum TreatmentXmlPart
{
    Unknown = -1,
    Diagnose,
    KodeEgenandel,
    HenvisningsDato,
    HenvisningsId,
    HenvisningsDiagnose,
    Behandlerident,
    RelatertBehandler,
    Moderasjonskode,
    Behandlingsform,
    Sykdomslistepunkt,
    Takst,
    Tann,
    Prosedyrekode,
    SumKrav,
}
