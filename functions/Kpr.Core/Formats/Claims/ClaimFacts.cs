using Kpr.Core.Identity;
using Kpr.Core.Rules;

namespace Kpr.Core.Formats.Claims;

/// <summary>What is remembered of a claim to judge it together with others, and how it is packed into a fact.</summary>
internal static class ClaimFacts
{
    /// <summary>A claim of its own.</summary>
    public const byte Original = 0;

    /// <summary>A correction of the paid flag of an earlier claim.</summary>
    public const byte PaidCorrection = 1;

    /// <summary>A credit of an earlier claim.</summary>
    public const byte Credit = 2;

    /// <summary>A credit of the monthly delivery: it has an id of its own, and may stand before its claim.</summary>
    public const byte DeliveredCredit = 3;

    private const int AmountBits = 42;
    private const int DayBits = 20;
    private const long AmountBias = 1L << (AmountBits - 1);
    private const ulong AmountKnown = 1UL << 63;
    private const ulong SharePaid = 1UL << 62;

    /// <summary>Notes the facts of a claim that is not rejected: a rejected one may be sent again under its id and number.</summary>
    public static void Note(Claim claim, IFactSink facts)
    {
        var id = claim.Id is { } guid ? GuidKey.From(guid) : UInt128.Zero;
        var key = id == UInt128.Zero ? KeyWithoutGuid(claim) : id;
        if (claim.Delivered is { } delivered)
        {
            NoteDelivered(claim, delivered, id, facts);
            return;
        }

        var role = claim.Kreditering ? Credit : claim.KorrigeringBetaltEgenandel ? PaidCorrection : Original;
        var extra = Pack(claim.BelopOre, claim.LocalTime) | (claim.BetaltEgenandel == true ? SharePaid : 0);
        facts.Add(new Fact(FactKind.RecordId, key, role, claim.Ordinal, claim.Line, id, claim.ContentHash(), extra));

        if (role != PaidCorrection)
        {
            // One role for all: a number may be used again behind the credit that frees it, so order matters here.
            facts.Add(new Fact(FactKind.ClaimNumber, NumberKey(claim), 0, claim.Ordinal, claim.Line, id, key, role));
        }

        if (role == Original && ConsultationKey(claim) is { } consultation)
        {
            facts.Add(new Fact(FactKind.Consultation, consultation, 0, claim.Ordinal, claim.Line, id, default, 0));
        }

        if (role == Original)
        {
            VisitFacts.Note(claim, id, facts);
        }
    }

    private static void NoteDelivered(Claim claim, DeliveredClaim delivered, UInt128 id, IFactSink facts)
    {
        var content = delivered.Content;
        var extra = Pack(claim.BelopOre, claim.LocalTime);
        facts.Add(new Fact(FactKind.RecordId, id, claim.KorrigeringBetaltEgenandel ? PaidCorrection : Original, claim.Ordinal, claim.Line, id, content, extra));
        if (delivered.Credits is { } credited)
        {
            facts.Add(new Fact(FactKind.RecordId, GuidKey.From(credited), DeliveredCredit, claim.Ordinal, claim.Line, id, content, extra));
        }

        if (claim.StatedSex is Sex.Male or Sex.Female && !claim.WithoutPersonKey && claim.PasientId is { Length: > 0 } patient)
        {
            facts.Add(new Fact(FactKind.Patient, ContentHash.Of128(patient), Original, claim.Ordinal, claim.Line, id, default, (ulong)claim.StatedSex));
        }

        // Whom the claims system refused may claim again under the same number.
        if (!delivered.IsRefused && !claim.KorrigeringBetaltEgenandel)
        {
            var role = claim.Kreditering ? DeliveredCredit : Original;
            facts.Add(new Fact(FactKind.ClaimNumber, NumberKey(claim), role == Original ? (byte)1 : (byte)0, claim.Ordinal, claim.Line, id, id, role));
        }

        if (!delivered.IsRefused && !claim.RefersToEarlier && ConsultationKey(claim) is { } consultation)
        {
            facts.Add(new Fact(FactKind.Consultation, consultation, 0, claim.Ordinal, claim.Line, id, default, 0));
        }
    }

    /// <summary>The refund in øre that a fact holds; null when the claim told none.</summary>
    public static long? AmountOf(in Fact fact) =>
        (fact.Extra & AmountKnown) == 0 ? null : (long)(fact.Extra & ((1UL << AmountBits) - 1)) - AmountBias;

    /// <summary>Whether the patient's share is told to be paid.</summary>
    public static bool IsSharePaid(in Fact fact) => (fact.Extra & SharePaid) != 0;

    /// <summary>The day of treatment that a fact holds; null when the claim told none.</summary>
    public static DateOnly? DayOf(in Fact fact)
    {
        var day = (int)((fact.Extra >> AmountBits) & ((1UL << DayBits) - 1));
        return day == 0 ? null : DateOnly.FromDayNumber(day);
    }

    /// <summary>Hash of all that a claim says; the same for both forms.</summary>
    public static UInt128 ContentOf(Claim claim)
    {
        var hash = default(ContentHash);
        hash.Add((claim.Kreditering ? 1 : 0) + (claim.KorrigeringBetaltEgenandel ? 2 : 0) + (claim.BetaltEgenandel is { } paid ? paid ? 4 : 8 : 0));
        hash.Add(claim.LocalTime?.Ticks ?? -1);
        hash.Add(claim.BelopOre ?? long.MinValue);
        hash.Add(claim.EgenandelOre ?? long.MinValue);
        foreach (var text in (ReadOnlySpan<string?>)
        [
            claim.Regningsnummer, claim.Debitor, claim.Merknad, claim.ArsakFriEgenandel, claim.SjeldenMedisinskTilstand, claim.Moderasjonskode,
            claim.Stonadspunkt, claim.Etternavn, claim.Fornavn, claim.Kjonn, claim.Trygdenasjon, claim.PasientId, claim.PasientIdType,
            claim.Fodselsdato, claim.ArbeidstagerNorge, claim.HenvisningDato, claim.HenvisningId, claim.HenvistFra.Id, claim.HenvistFra.Type,
            claim.UtforendeBehandler.Id, claim.UtforendeBehandler.Type, claim.BehandlerProfesjon, claim.RelatertBehandler.Id,
            claim.RelatertBehandler.Type, claim.RekvirentOrganisasjon, claim.RekvirentHpr,
        ])
        {
            hash.Add(text);
        }

        foreach (var text in claim.Eea)
        {
            hash.Add(text);
        }

        Add(ref hash, claim.Diagnoser);
        Add(ref hash, claim.HenvisningDiagnoser);
        Add(ref hash, claim.Takster);
        Add(ref hash, claim.NlkKoder);
        Add(ref hash, claim.Prosedyrekoder);
        Add(ref hash, claim.NorpatKoder);
        Add(ref hash, claim.NcrpKoder);
        hash.Add(claim.Tenner.Count);
        foreach (var tooth in claim.Tenner)
        {
            hash.Add(tooth);
        }

        return hash.Value;
    }

    internal static ulong Pack(long? amount, DateTime? time) =>
        (amount is { } ore ? AmountKnown | (ulong)(ore + AmountBias) : 0)
        | ((ulong)(time is { } at ? DateOnly.FromDateTime(at).DayNumber : 0) << AmountBits);

    private static UInt128 KeyWithoutGuid(Claim claim)
    {
        var hash = default(ContentHash);
        hash.Add(claim.Provider);
        hash.Add(claim.Regningsnummer);
        hash.Add(claim.LocalTime?.Ticks ?? -1);
        return hash.Value;
    }

    private static UInt128 NumberKey(Claim claim)
    {
        var hash = default(ContentHash);
        hash.Add(claim.Provider);
        hash.Add(claim.Regningsnummer);
        return hash.Value;
    }

    private static UInt128? ConsultationKey(Claim claim)
    {
        var patient = claim.PasientId ?? claim.Etternavn;
        if (patient is null || claim.LocalTime is not { } time)
        {
            return null;
        }

        foreach (var item in claim.Takster)
        {
            if (ConsultationTariffs.Contains(item.Code))
            {
                var hash = default(ContentHash);
                hash.Add(patient);
                hash.Add(claim.PasientId is null ? claim.Fornavn : null);
                hash.Add(claim.PasientId is null ? claim.Fodselsdato : null);
                hash.Add(claim.Provider);
                hash.Add(claim.UtforendeBehandler.Id);
                hash.Add(time.Ticks / TimeSpan.TicksPerMinute);
                hash.Add(item.Code);
                return hash.Value;
            }
        }

        return null;
    }

    private static void Add(ref ContentHash hash, List<ClaimCode> codes)
    {
        hash.Add(codes.Count);
        foreach (var code in codes)
        {
            hash.Add(code.System);
            hash.Add(code.Code);
        }
    }

    private static void Add(ref ContentHash hash, List<ClaimItem> items)
    {
        hash.Add(items.Count);
        foreach (var item in items)
        {
            hash.Add(item.System);
            hash.Add(item.Code);
            hash.Add(item.AmountOre ?? long.MinValue);
            hash.Add(item.Count ?? -1);
        }
    }
}
