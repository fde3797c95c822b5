using System.Text.Json;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;

namespace Kpr.Core.Formats.Claims;

/// <summary>The claims (regninger).</summary>
public sealed partial class ClaimJsonReader
{
    private const string EeaPrefix = "eea";
    private const string AmountType = "et beløp i kroner med høyst to desimaler";

    /// <inheritdoc/>
    protected override void FillRecord(ref Utf8JsonReader json, long line)
    {
        _claim.Begin(Records + 1, line, 0);
        _claim.Fields = ClaimFields.Json;
        _claim.Envelope = _envelope;
        var seen = 0u;
        var last = -1;
        while (NextMember(ref json, ClaimJsonNames.Claim, ref last, ref seen, out var member, line))
        {
            if (!TakeText(ref json, (ClaimJsonMember)member))
            {
                TakeOther(ref json, (ClaimJsonMember)member);
            }
        }
    }

    private bool TakeText(ref Utf8JsonReader json, ClaimJsonMember member)
    {
        switch (member)
        {
            case ClaimJsonMember.Guid:
                _claim.Guid = OfClaim(ref json, "guid");
                return true;
            case ClaimJsonMember.Regningsnummer:
                _claim.Regningsnummer = OfClaim(ref json, "regningsnummer");
                return true;
            case ClaimJsonMember.Tidspunkt:
                _claim.Tidspunkt = OfClaim(ref json, "tidspunkt");
                return true;
            case ClaimJsonMember.Debitor:
                _claim.Debitor = OfClaim(ref json, "debitor", common: true);
                return true;
            case ClaimJsonMember.Merknad:
                _claim.Merknad = OfClaim(ref json, "merknad");
                return true;
            case ClaimJsonMember.ArsakFriEgenandel:
                _claim.ArsakFriEgenandel = OfClaim(ref json, "arsakFriEgenandel", common: true);
                return true;
            case ClaimJsonMember.SjeldenMedisinskTilstand:
                _claim.SjeldenMedisinskTilstand = OfClaim(ref json, "sjeldenMedisinskTilstand", common: true);
                return true;
            case ClaimJsonMember.Moderasjonskode:
                _claim.Moderasjonskode = OfClaim(ref json, "moderasjonskode", common: true);
                return true;
            case ClaimJsonMember.Stonadspunkt:
                _claim.Stonadspunkt = OfClaim(ref json, "stonadspunkt", common: true);
                return true;
            default:
                return false;
        }
    }

    private void TakeOther(ref Utf8JsonReader json, ClaimJsonMember member)
    {
        switch (member)
        {
            case ClaimJsonMember.KorrigeringBetaltEgenandel:
                _claim.KorrigeringBetaltEgenandel = Flag(ref json, "korrigeringBetaltEgenandel") ?? false;
                break;
            case ClaimJsonMember.BetaltEgenandel:
                _claim.BetaltEgenandel = Flag(ref json, "betaltEgenandel");
                break;
            case ClaimJsonMember.Kreditering:
                _claim.Kreditering = Flag(ref json, "kreditering") ?? false;
                break;
            case ClaimJsonMember.Belop:
                _claim.BelopOre = Amount(ref json, "belop", out var unreadable);
                _claim.AmountUnreadable = unreadable;
                break;
            case ClaimJsonMember.Pasient:
                ReadPatient(ref json);
                break;
            case ClaimJsonMember.Diagnoser:
                ReadDiagnoses(ref json, "diagnoser", _claim.Diagnoser);
                break;
            case ClaimJsonMember.Henvisning:
                ReadReferral(ref json);
                break;
            case ClaimJsonMember.UtforendeBehandler:
                ReadPractitioner(ref json);
                break;
            case ClaimJsonMember.RelatertBehandler:
                _claim.RelatertBehandler = ReadParty(ref json, "relatertBehandler");
                break;
            case ClaimJsonMember.Rekvirent:
                ReadRequester(ref json);
                break;
            case ClaimJsonMember.Takster:
                ReadItems(ref json, "takster", ClaimJsonNames.Tariff, _claim.Takster);
                break;
            case ClaimJsonMember.Nlkkoder:
                ReadItems(ref json, "nlkkoder", ClaimJsonNames.Laboratory, _claim.NlkKoder);
                break;
            case ClaimJsonMember.Prosedyrekoder:
                ReadItems(ref json, "prosedyrekoder", ClaimJsonNames.Item, _claim.Prosedyrekoder);
                break;
            case ClaimJsonMember.Norpatkoder:
                ReadItems(ref json, "norpatkoder", ClaimJsonNames.Item, _claim.NorpatKoder);
                break;
            case ClaimJsonMember.Ncrpkoder:
                ReadItems(ref json, "ncrpkoder", ClaimJsonNames.Item, _claim.NcrpKoder);
                break;
        }
    }

    private void ReadPatient(ref Utf8JsonReader json)
    {
        var seen = 0u;
        var last = -1;
        for (var line = Begin(ref json, "pasient"); line > 0 && NextMember(ref json, ClaimJsonNames.Patient, ref last, ref seen, out var member, line);)
        {
            switch ((PatientJsonMember)member)
            {
                case PatientJsonMember.Etternavn:
                    _claim.Etternavn = OfClaim(ref json, "etternavn");
                    break;
                case PatientJsonMember.Fornavn:
                    _claim.Fornavn = OfClaim(ref json, "fornavn");
                    break;
                case PatientJsonMember.Kjonn:
                    _claim.Kjonn = OfClaim(ref json, "kjonn", common: true);
                    break;
                case PatientJsonMember.Trygdenasjon:
                    _claim.Trygdenasjon = OfClaim(ref json, "trygdenasjon", common: true);
                    break;
                case PatientJsonMember.Identifikasjon:
                    (_claim.PasientId, _claim.PasientIdType) = ReadParty(ref json, "identifikasjon");
                    break;
                case PatientJsonMember.Fodselsdato:
                    _claim.Fodselsdato = OfClaim(ref json, "fodselsdato");
                    break;
                case PatientJsonMember.Eea:
                    ReadEea(ref json);
                    break;
            }
        }
    }

    // The journal systems differ in the case of these names and in the prefix, so they are one name each.
    private void ReadEea(ref Utf8JsonReader json)
    {
        var line = Begin(ref json, "eea");
        var seen = 0u;
        while (line > 0 && Next(ref json) && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = Name(ref json);
            var plain = name.StartsWith(EeaPrefix, StringComparison.OrdinalIgnoreCase) ? name[EeaPrefix.Length..] : name;
            var member = Array.FindIndex(ClaimJsonNames.Eea, known => known.Equals(plain, StringComparison.OrdinalIgnoreCase));
            if (member >= 0 && (seen & (1u << member)) != 0)
            {
                throw new SourceFaultException(The<F01Readable>.Rule.Duplicate(F18KnownNamesOnly.Short(name), Line(ref json)));
            }

            if (!Next(ref json))
            {
                return;
            }

            if (member < 0)
            {
                UnknownMember(name, line);
                Skip(ref json);
                continue;
            }

            seen |= 1u << member;
            _claim.Eea[member] = OfClaim(ref json, name);
        }
    }

    private void ReadReferral(ref Utf8JsonReader json)
    {
        var seen = 0u;
        var last = -1;
        for (var line = Begin(ref json, "henvisning"); line > 0 && NextMember(ref json, ClaimJsonNames.Referral, ref last, ref seen, out var member, line);)
        {
            switch (member)
            {
                case 0:
                    _claim.HenvisningDato = OfClaim(ref json, "henvisning.dato");
                    break;
                case 1:
                    _claim.HenvisningId = OfClaim(ref json, "henvisning.id");
                    break;
                case 2:
                    ReadDiagnoses(ref json, "henvisning.diagnoser", _claim.HenvisningDiagnoser);
                    break;
                default:
                    _claim.HenvistFra = ReadParty(ref json, "henvistFra");
                    break;
            }
        }
    }

    private void ReadRequester(ref Utf8JsonReader json)
    {
        var seen = 0u;
        var last = -1;
        for (var line = Begin(ref json, "rekvirent"); line > 0 && NextMember(ref json, ClaimJsonNames.Requester, ref last, ref seen, out var member, line);)
        {
            if (member == 0)
            {
                _claim.RekvirentOrganisasjon = OfClaim(ref json, "rekvirent.organisasjon", common: true);
            }
            else
            {
                _claim.RekvirentHpr = OfClaim(ref json, "rekvirent.hprNr", common: true);
            }
        }
    }

    // With identifikasjon the type is a profession (list 8401); in the short form it is the type of the number.
    private void ReadPractitioner(ref Utf8JsonReader json)
    {
        string? id = null;
        string? type = null;
        var identity = default(ClaimParty);
        var seen = 0u;
        var last = -1;
        for (var line = Begin(ref json, "utforendeBehandler"); line > 0 && NextMember(ref json, ClaimJsonNames.Practitioner, ref last, ref seen, out var member, line);)
        {
            switch (member)
            {
                case 0:
                    id = OfClaim(ref json, "utforendeBehandler.id", common: true);
                    break;
                case 1:
                    type = OfClaim(ref json, "utforendeBehandler.type", common: true);
                    break;
                default:
                    identity = ReadParty(ref json, "utforendeBehandler.identifikasjon");
                    break;
            }
        }

        var isLong = id is null;
        _claim.UtforendeBehandler = isLong ? identity : new ClaimParty(id, type);
        _claim.BehandlerProfesjon = isLong ? type : null;
    }
}
