using System.Globalization;
using Kpr.Core.Identity;
using Kpr.Core.Persons;

namespace Kpr.Core.Formats.Claims;

/// <summary>
/// How claims lie in the register, as sent and as delivered by KUHR alike: a partition a month of treatment and service.
/// </summary>
/// <remarks>
/// Names of persons, birth dates, national identity numbers and free text are not stored. Lists are one text
/// (<see cref="ListText"/>): a code system before a colon, a count behind an asterisk, an amount in øre behind an at sign:
/// <c>ICPC-2:L09 ICD-10:M545</c>, <c>2ad*1@18000 11dd*3</c>.
/// </remarks>
public sealed class ClaimsLayout : RegisterLayout
{
    private int? _service;
    private int? _refund;

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
        new("leveranseId", "string", "Leveransen fra KUHR; denne og kolonnene etter er tomme for regninger som er sendt av praksisen"),
        new("krediterer", "string", "GUID til regningen som krediteres"),
        new("status", "string", "godkjent eller avvist i KUHR"),
        new("oppgjorsart", "string", "Oppgjørsart for leger", "8257"),
        new("fagomraade", "string", "Fagområde"),
        new("praksistype", "string", "Praksistype"),
        new("praksisOrgNr", "string", "Praksisens organisasjonsnummer"),
        new("praksisKommuneNr", "string", "Praksisens kommune; tom når den er ukjent", "3402"),
        new("bostedKommuneNr", "string", "Pasientens bostedskommune; tom når den er ukjent", "3402"),
        new("bydel", "string", "Pasientens bydel", "3403"),
        new("belopOre", "integer", "Regningens beløp i øre: refusjon og egenandel"),
        new("diagnoseNumre", "string", "kodeNr for hver diagnose; 1 er hoveddiagnosen"),
        new("takstEgenandeler", "string", "Egenandel i øre for hver takst; - når den ikke er oppgitt"),
        new("merknader", "string", "Numrene på merknader fra kontrollen i KUHR"),
        new("innsendtTid", "datetime", "Når praksisen sendte regningen, norsk tid"),
    ];

    /// <inheritdoc/>
    public override ReservedServices Reservable => ReservedServices.Dental;

    private int[] HealthItems => field ??= Places(
        "sjeldenMedisinskTilstand", "stonadspunkt", "diagnoser", "henvisningDiagnoser", "takster", "nlkkoder", "prosedyrekoder", "norpatkoder",
        "ncrpkoder", "tenner", "diagnoseNumre", "takstEgenandeler");

    private int Service => _service ??= PlaceOf("tjeneste");

    private int Refund => _refund ??= PlaceOf("refusjonOre");

    /// <inheritdoc/>
    /// <remarks>K37: diagnosis and tariff detail of dental care; all of it stays where a refund follows.</remarks>
    public override bool Withhold(ReservedServices services, Span<string?> values) =>
        services.HasFlag(ReservedServices.Dental) && values[Service] is "tannlege" or "tannpleier" or "kjeveortoped"
        && values[Refund] is null or "" or "0" && Empty(HealthItems, values);

    /// <inheritdoc/>
    public override string Partition(FeedRecord record, string sender)
    {
        var claim = (Claim)record;
        var month = claim.LocalTime!.Value.ToString("yyyy/MM", CultureInfo.InvariantCulture);

        // What KUHR refused is kept apart and counted in no statistics (K25).
        return claim.Delivered is not { } delivered ? $"{month}/{claim.Service.Folder()}"
            : delivered.IsRefused ? $"avvist/{month}/{delivered.ServiceFolder()}"
            : $"{month}/{delivered.ServiceFolder()}";
    }

    /// <inheritdoc/>
    /// <remarks>A month: <c>2024/05/fastlege</c>. What KUHR refused counts in no statistics (K25).</remarks>
    public override string? PeriodOf(string partition) => partition.Split('/') is [{ Length: 4 } year, { Length: 2 } month, _] ? $"{year}-{month}" : null;

    /// <inheritdoc/>
    public override IReadOnlyCollection<string> ServicesOf(ReadOnlySpan<string?> values) => values[ServicePlace] is { Length: > 0 } service ? [service] : [];

    /// <inheritdoc/>
    public override void Write(FeedRecord record, Span<string?> values)
    {
        var claim = (Claim)record;
        ReadOnlySpan<string?> own =
        [
            claim.RecordId, claim.Regningsnummer, claim.LocalTime?.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
            claim.Delivered?.ServiceFolder() ?? claim.Service.Folder(), claim.Delivered?.MessageType ?? claim.Envelope?.MessageType,
            claim.Delivered?.PracticeId ?? claim.Envelope?.PraksisId, claim.Envelope?.SenderOrganisation,
            claim.UtforendeBehandler.IsHpr ? claim.UtforendeBehandler.Id : null, claim.BehandlerProfesjon, SexOf(claim), BirthYearOf(claim),
            claim.Trygdenasjon, ShareStatus(claim), claim.ArsakFriEgenandel, Number(claim.BelopOre), Number(claim.EgenandelOre), claim.Debitor,
            claim.SjeldenMedisinskTilstand, claim.Moderasjonskode, claim.Stonadspunkt, Text(claim.Diagnoser), DateOf(claim.HenvisningDato),
            Text(claim.HenvisningDiagnoser), Text(claim.Takster), Text(claim.NlkKoder), Text(claim.Prosedyrekoder), Text(claim.NorpatKoder),
            Text(claim.NcrpKoder), claim.Tenner.Count == 0 ? null : string.Join(' ', claim.Tenner.Select(ListText.Escape)),
        ];
        own.CopyTo(values);
        WriteDelivered(claim.Delivered, values[own.Length..]);
    }

    private static readonly int ServicePlace = new ClaimsLayout().PlaceOf("tjeneste");

    private static void WriteDelivered(DeliveredClaim? claim, Span<string?> values)
    {
        if (claim is null)
        {
            values.Clear();
            return;
        }

        ReadOnlySpan<string?> own =
        [
            claim.Delivery?.DeliveryId.ToString(), claim.Credits?.ToString(), claim.Status, claim.Settlement, claim.Area, claim.PracticeType,
            claim.PracticeOrganisation, claim.PracticeMunicipality, claim.HomeMunicipality, claim.District, Number(claim.AmountOre),
            Text(claim.DiagnosisNumbers, number => Number(number)!), Text(claim.TariffShares, share => Number(share) ?? "-"), claim.Remarks,
            claim.SubmittedAt?.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        ];
        own.CopyTo(values);
    }

    private static string? Text<T>(List<T> values, Func<T, string> text) => values.Count == 0 ? null : string.Join(' ', values.Select(text));

    private static string? SexOf(Claim claim)
    {
        var sex = claim.StatedSex != Sex.Unknown ? claim.StatedSex : claim.Analysis.Sex;
        return ((int)sex).ToString(CultureInfo.InvariantCulture);
    }

    private static string? BirthYearOf(Claim claim) =>
        (claim.Delivered?.BirthYear ?? (claim.BirthDate ?? claim.Analysis.BirthDate)?.Year)?.ToString(CultureInfo.InvariantCulture);

    private static string ShareStatus(Claim claim) =>
        claim.Delivered?.ShareStatus is { } stated ? stated
        : claim.Kreditering ? "5"
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
