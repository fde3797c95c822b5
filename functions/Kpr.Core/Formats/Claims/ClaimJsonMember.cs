namespace Kpr.Core.Formats.Claims;

/// <summary>Members of a regning, in the order of <see cref="ClaimJsonNames.Claim"/>.</summary>
internal enum ClaimJsonMember
{
    Guid,
    KorrigeringBetaltEgenandel,
    BetaltEgenandel,
    Kreditering,
    Regningsnummer,
    Tidspunkt,
    Debitor,
    Merknad,
    Pasient,
    ArsakFriEgenandel,
    Diagnoser,
    SjeldenMedisinskTilstand,
    Henvisning,
    UtforendeBehandler,
    RelatertBehandler,
    Rekvirent,
    Moderasjonskode,
    Stonadspunkt,
    Prosedyrekoder,
    Nlkkoder,
    Norpatkoder,
    Ncrpkoder,
    Takster,
    Belop,
}
