using System.Globalization;
using Kpr.Core.Identity;

namespace Kpr.Core.Formats.Claims;

/// <summary>How claims lie in the register: a partition a month of treatment and service.</summary>
/// <remarks>
/// Names of persons, birth dates, national identity numbers and free text are not stored. Lists are one text
/// (<see cref="ListText"/>): a code system before a colon, a count behind an asterisk, an amount in øre behind an at sign:
/// <c>ICPC-2:L09 ICD-10:M545</c>, <c>2ad*1@18000 11dd*3</c>.
/// </remarks>
public sealed class ClaimsLayout : RegisterLayout
{
    /// <inheritdoc/>
    public override string Folder => "claims";

    /// <inheritdoc/>
    public override IReadOnlyList<RegisterColumn> Columns { get; } =
    [
        new("guid", "string", "Regningens GUID; tom når den mangler i XML"),
        new("regningsnummer", "string", "Regningsnummer hos behandleren"),
        new("tidspunkt", "datetime", "Når behandlingen begynte, norsk tid"),
        new("tjeneste", "string", "Tjenesten, etter meldingstype eller behandlerens profesjon"),
        new("meldingstype", "string", "Meldingstype; tom i JSON", "8279"),
        new("praksisId", "string", "Praksisens id; tom i XML"),
        new("avsenderOrgNr", "string", "Avsenders organisasjonsnummer; tom i JSON"),
        new("behandlerHpr", "string", "HPR-nummer til den som behandlet, når det er oppgitt"),
        new("behandlerProfesjon", "string", "Profesjonen til den som behandlet", "8401"),
        new("kjonn", "string", "Kjønn, oppgitt eller etter nummeret", "3101"),
        new("fodselsaar", "integer", "Fødselsår, oppgitt eller etter nummeret"),
        new("trygdenasjon", "string", "Trygdenasjon", "9043"),
        new("egenandelStatus", "string", "1 uten, 2 ikke betalt, 3 betalt, 4 korrigert til betalt, 5 kreditering", "7463"),
        new("arsakFriEgenandel", "string", "Årsak til fri egenandel", "7461"),
        new("refusjonOre", "integer", "Refusjon som kreves, i øre; negativ for kreditering"),
        new("egenandelOre", "integer", "Egenandel i øre; tom i JSON"),
        new("debitor", "string", "Debitor", "8426"),
        new("sjeldenMedisinskTilstand", "string", "Sjelden medisinsk tilstand (tannlege)"),
        new("moderasjonskode", "string", "S: søskenmoderasjon (tannlege)"),
        new("stonadspunkt", "string", "Stønadspunkt (tannlege og tannpleier)"),
        new("diagnoser", "string", "Diagnoser, hoveddiagnosen først: kodeverk:kode"),
        new("henvisningDato", "date", "Dato for henvisning"),
        new("henvisningDiagnoser", "string", "Diagnoser i henvisningen: kodeverk:kode"),
        new("takster", "string", "Takster: kode*antall@øre"),
        new("nlkkoder", "string", "Laboratoriekoder: kode*antall@øre"),
        new("prosedyrekoder", "string", "Prosedyrekoder: kodeverk:kode*antall@øre"),
        new("norpatkoder", "string", "NORPAT-koder: kodeverk:kode*antall@øre"),
        new("ncrpkoder", "string", "NCRP-koder: kodeverk:kode*antall@øre"),
        new("tenner", "string", "Tenner og områder (ISO 3950 med flate)"),
    ];

    /// <inheritdoc/>
    public override string Partition(FeedRecord record, string sender)
    {
        var claim = (Claim)record;
        return string.Create(CultureInfo.InvariantCulture, $"{claim.LocalTime!.Value:yyyy/MM}/{claim.Service.Folder()}");
    }

    /// <inheritdoc/>
    public override void Write(FeedRecord record, Span<string?> values)
    {
        var claim = (Claim)record;
        ReadOnlySpan<string?> own =
        [
            claim.RecordId, claim.Regningsnummer, claim.LocalTime?.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
            claim.Service.Folder(), claim.Envelope?.MessageType, claim.Envelope?.PraksisId, claim.Envelope?.SenderOrganisation,
            claim.UtforendeBehandler.IsHpr ? claim.UtforendeBehandler.Id : null, claim.BehandlerProfesjon, SexOf(claim), BirthYearOf(claim),
            claim.Trygdenasjon, ShareStatus(claim), claim.ArsakFriEgenandel, Number(claim.BelopOre), Number(claim.EgenandelOre), claim.Debitor,
            claim.SjeldenMedisinskTilstand, claim.Moderasjonskode, claim.Stonadspunkt, Text(claim.Diagnoser), DateOf(claim.HenvisningDato),
            Text(claim.HenvisningDiagnoser), Text(claim.Takster), Text(claim.NlkKoder), Text(claim.Prosedyrekoder), Text(claim.NorpatKoder),
            Text(claim.NcrpKoder), claim.Tenner.Count == 0 ? null : string.Join(' ', claim.Tenner.Select(ListText.Escape)),
        ];
        own.CopyTo(values);
    }

    private static string? SexOf(Claim claim)
    {
        var sex = claim.StatedSex != Sex.Unknown ? claim.StatedSex : claim.Analysis.Sex;
        return ((int)sex).ToString(CultureInfo.InvariantCulture);
    }

    private static string? BirthYearOf(Claim claim) =>
        (claim.BirthDate ?? claim.Analysis.BirthDate)?.Year.ToString(CultureInfo.InvariantCulture);

    private static string ShareStatus(Claim claim) =>
        claim.Kreditering ? "5"
        : claim.KorrigeringBetaltEgenandel && claim.BetaltEgenandel == true ? "4"
        : claim.BetaltEgenandel switch { true => "3", false => "2", null => "1" };

    private static string? DateOf(string? text) =>
        text is not null && XsdTypes.TryDate(text, out var date) ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static string? Number(long? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static string? Text(List<ClaimCode> codes) => codes.Count == 0 ? null : string.Join(' ', codes.Select(code =>
        $"{DiagnosisSystems.Of(code.System).Name()}:{ListText.Escape(code.Code ?? "")}"));

    private static string? Text(List<ClaimItem> items) => items.Count == 0 ? null : string.Join(' ', items.Select(item =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(item.System is null ? "" : ListText.Escape(item.System) + ":")}{ListText.Escape(item.Code ?? "")}*{item.Count}{(item.AmountOre is { } ore ? $"@{ore}" : "")}")));
}
