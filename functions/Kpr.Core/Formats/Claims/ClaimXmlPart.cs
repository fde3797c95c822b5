namespace Kpr.Core.Formats.Claims;

/// <summary>Children of Enkeltregning, in the order of <see cref="ClaimXmlNames.InClaim"/>.</summary>
internal enum ClaimXmlPart
{
    Unknown = -1,
    Guid,
    BetaltEgenandel,
    Kreditering,
    RegningNr,
    DatoTid,
    Merknad,
    Patient,
    Behandling,
}
