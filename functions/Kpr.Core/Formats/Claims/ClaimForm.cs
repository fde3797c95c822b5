using Kpr.Core.Catalogue;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Claims;
using Kpr.Core.Rules.Files;

namespace Kpr.Core.Formats.Claims;

/// <summary>What both forms demand of a claim that has been read: fields that must be there, and the types of texts.</summary>
internal static class ClaimForm
{
    /// <summary>Notes the faults of form, and works out the times.</summary>
    public static void Check(Claim claim)
    {
        var json = ReferenceEquals(claim.Fields, ClaimFields.Json);
        CheckGuid(claim, json);
        if (claim.Regningsnummer is null)
        {
            Reject(claim, claim.Fields.Number, F02Structure.Missing(claim.Fields.Number));
        }

        CheckTime(claim, json);
        CheckPatient(claim);
        if (claim.HenvisningDato is { } referred && !XsdTypes.TryDate(referred, out _))
        {
            Reject(claim, claim.Fields.ReferralDate, F02Structure.WrongType(claim.Fields.ReferralDate, "en dato"));
        }

        CheckAmounts(claim, json);
        claim.UtforendeBehandler = Known(claim, claim.Fields.Practitioner, claim.UtforendeBehandler);
        claim.RelatertBehandler = Known(claim, claim.Fields.Related, claim.RelatertBehandler);
        claim.HenvistFra = Known(claim, claim.Fields.Referrer, claim.HenvistFra);
    }

    /// <summary>Adds a diagnosis; one without content counts as missing.</summary>
    public static void Add(List<ClaimCode> diagnoses, string? system, string? code, long line)
    {
        if (system is not null || code is not null)
        {
            diagnoses.Add(new ClaimCode(system, code, line));
        }
    }

    /// <summary>Adds a tariff or another code; one without content counts as missing. Without count it was used once.</summary>
    public static void Add(List<ClaimItem> items, string? system, string? code, long? amount, int? count, long line)
    {
        if (system is not null || code is not null || amount is not null || count is not null)
        {
            items.Add(new ClaimItem(system, code, amount, count is null ? 1 : count >= 1 ? count : null, count, line));
        }
    }

    /// <summary>Judges the sign of the refund (K23).</summary>
    public static void CheckSigns(Claim claim)
    {
        if (claim.BelopOre < 0 && !claim.Kreditering)
        {
            claim.AddFault(The<K23CreditMatches>.Rule, claim.Fields.Refund, K23CreditMatches.NegativeClaim);
        }
        else if (claim.BelopOre > 0 && claim.Kreditering)
        {
            claim.AddFault(The<K23CreditMatches>.Rule, claim.Fields.Refund, K23CreditMatches.PositiveCredit);
        }
    }

    /// <summary>Notes a fault of form that rejects the claim.</summary>
    public static void Reject(Claim claim, string field, string message, long? line = null) =>
        claim.AddFault(The<F02Structure>.Rule, field, message, Severity.RejectRecord, line);

    private static void CheckGuid(Claim claim, bool json)
    {
        if (claim.Guid is null)
        {
            claim.AddFault(The<K03UniqueGuid>.Rule, claim.Fields.Guid, K03UniqueGuid.Missing(json), json ? Severity.RejectRecord : Severity.Warning);
        }
        else if (claim.RecordId is null)
        {
            claim.AddFault(The<K03UniqueGuid>.Rule, claim.Fields.Guid, K03UniqueGuid.Malformed);
        }
    }

    private static void CheckTime(Claim claim, bool json)
    {
        if (claim.Tidspunkt is null)
        {
            Reject(claim, claim.Fields.Time, F02Structure.Missing(claim.Fields.Time));
        }
        else if (!XsdTypes.TryDateTime(claim.Tidspunkt, out var written, out var offset))
        {
            Reject(claim, claim.Fields.Time, F02Structure.WrongType(claim.Fields.Time, "en dato med klokkeslett"));
        }
        else
        {
            claim.LocalTime = offset is { } zone ? NorwegianTime.ToLocal(new DateTimeOffset(written, zone)).DateTime : written;
            if (json && offset is null)
            {
                claim.AddFault(
                    The<F02Structure>.Rule, claim.Fields.Time, "tidspunkt mangler tidssone og regnes som norsk tid.", Severity.Warning);
            }
        }
    }

    private static void CheckPatient(Claim claim)
    {
        claim.HasPatient = (claim.PasientId ?? claim.PasientIdType ?? claim.Fodselsdato ?? claim.Etternavn ?? claim.Fornavn ?? claim.Kjonn
            ?? claim.Trygdenasjon ?? claim.ArbeidstagerNorge) is not null || claim.Eea.AsSpan().ContainsAnyExcept((string?)null);
        if (claim.Fodselsdato is { } born)
        {
            if (XsdTypes.TryDate(born, out var date))
            {
                claim.BirthDate = date;
            }
            else
            {
                Reject(claim, claim.Fields.BirthDate, F02Structure.WrongType(claim.Fields.BirthDate, "en dato"));
            }
        }

        if (claim.Kjonn is not (null or "0" or "1" or "2" or "9"))
        {
            claim.Kjonn = null;
            claim.AddFault(The<F02Structure>.Rule, claim.Fields.Sex, "Kjønn er ikke en kode i kodeverk 3101 og settes til ukjent.", Severity.Warning);
        }
    }

    private static void CheckAmounts(Claim claim, bool json)
    {
        if (json && claim.BelopOre is null && !claim.AmountUnreadable)
        {
            Reject(claim, claim.Fields.Refund, F02Structure.Missing(claim.Fields.Refund));
        }

        CheckSigns(claim);
        foreach (var item in claim.Takster)
        {
            if (item.Code is null)
            {
                Reject(claim, claim.Fields.Tariff, "En takst mangler kode.", item.Line);
            }
        }
    }

    // A number of unknown type could be anybody's identity number: it is not kept.
    private static ClaimParty Known(Claim claim, string field, ClaimParty party)
    {
        if (party.Id is null || party.IsHpr || party.IsPerson || party.IsOrganisation)
        {
            return party;
        }

        claim.AddFault(The<F02Structure>.Rule, field, $"Typen til {field} er ikke FNR, DNR eller HPR. Nummeret tas ikke med.", Severity.Warning);
        return default;
    }
}
