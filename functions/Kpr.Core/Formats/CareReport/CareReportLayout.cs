using System.Globalization;
using Kpr.Core.Catalogue;

namespace Kpr.Core.Formats.CareReport;

/// <summary>
/// How the annual report lies in the register: a partition a data year and municipality; the years of IPLOS, whose
/// persons are pseudonyms, apart from it. Identity (KPR_IDE) has no row.
/// </summary>
/// <remarks>
/// Lists are one text (<see cref="ListText"/>): <c>1:4</c> help to take part and need; <c>ICPC-2:P70@2024-02-01</c>
/// diagnosis; <c>2024-03-01*1:2*2:9</c> assessment with variable and score; <c>S1:2:2024-01-05:2:15</c> case, event, day,
/// outcome, type of service; <c>T1:S1:15:2024-01-10::4.50:123456785:</c> service, case, type, start, stop, hours,
/// organisation, rolling; <c>14:2024-01-01:</c> coercion. Parts left out are empty.
/// </remarks>
public sealed class CareReportLayout : RegisterLayout
{
    private const string History = "iplos/";
    private const int TypeInService = 2;

    private readonly int _services;

    /// <summary>Finds the columns that are looked into.</summary>
    public CareReportLayout() => _services = PlaceOf("tjenester");

    /// <inheritdoc/>
    public override string Folder => "care-report";

    /// <inheritdoc/>
    public override IReadOnlyList<RegisterColumn> Columns { get; } =
    [
        new("pasientGUID", "string", "Personens GUID hos avsender; pseudonym i IPLOS-årgangene"),
        new("brukerNr", "string", "Lokalt brukernummer"),
        new("kjonn", "string", "Kjønn", "3101"),
        new("fodselsar", "integer", "Fødselsår"),
        new("sivilstand", "string", "Sivilstand", "3103"),
        new("komNrHjem", "string", "Bostedskommune, eller 9000, 9900, 9999", "3402"),
        new("bydel", "string", "Bydel", "3403"),
        new("dodsdato", "date", "Dødsdato"),
        new("motsattSeg", "string", "Om personen har motsatt seg: 0 eller 1"),
        new("fjernedeOpplysninger", "integer", "Antall helseopplysninger fjernet fordi personen har motsatt seg"),
        new("husstand", "string", "Husstand", "9335"),
        new("boligtype", "string", "Boligtype etter bemanning", "9170"),
        new("privatHjelp", "string", "Privat, ulønnet hjelp", "9168"),
        new("heldognstilbud", "string", "Heldøgns tilbud", "1103"),
        new("lege12mnd", "string", "Vurdert av lege siste tolv måneder", "1103"),
        new("tannhelse12mnd", "string", "Vurdert av tannhelsepersonell siste tolv måneder", "1103"),
        new("ernaering", "string", "Ernæring", "9158"),
        new("legemiddelgjennomgang", "date", "Dato for legemiddelgjennomgang"),
        new("individuellPlan", "string", "Individuell plan", "9336"),
        new("koordinator", "string", "Koordinator", "1103"),
        new("deltakelse", "string", "Bistand til deltakelse: type:behov", "9163"),
        new("diagnoser", "string", "Diagnoser: kodeverk:kode@dato"),
        new("kartlegginger", "string", "Kartlegginger: dato*variabel:skår", "9111"),
        new("saker", "string", "Saker: sakID:hendelse:dato:utfall:tjenesteType", "9169"),
        new("tjenester", "string", "Tjenester: tjenesteID:sakID:type:start:slutt:timer:orgnr:rullering", "9151"),
        new("tvang", "string", "Tvangsvedtak: type:fra:til", "9157"),
    ];

    /// <inheritdoc/>
    public override string? Partition(FeedRecord record, string sender) =>
        record is not CareUser user ? null
        : user.Report!.Shipment == CareReportShipment.History ? $"{History}{PartitionOf(user.DataYear, sender)}"
        : PartitionOf(user.DataYear, sender);

    /// <summary>The partition of a municipality's report about a year.</summary>
    public static string PartitionOf(int year, string municipality) => string.Create(CultureInfo.InvariantCulture, $"{year:D4}/{municipality}");

    /// <summary>The data year; none for the years of IPLOS, whose figures are nobody's to compare.</summary>
    public override string? PeriodOf(string partition) => partition.StartsWith(History, StringComparison.Ordinal) ? null : base.PeriodOf(partition);

    /// <summary>The types of service, each once for a user.</summary>
    public override IReadOnlyCollection<string> ServicesOf(ReadOnlySpan<string?> values)
    {
        if (values[_services] is not { Length: > 0 } services)
        {
            return [];
        }

        var types = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var service in services.Split(' '))
        {
            types.Add(service.Split(':')[TypeInService]);
        }

        types.Remove("");
        return types;
    }

    /// <inheritdoc/>
    public override void Write(FeedRecord record, Span<string?> values)
    {
        var user = (CareUser)record;
        var (home, seen) = (user.Housing, user.Appraisal);
        ReadOnlySpan<string?> own =
        [
            user.RecordId, user.BrukerNr, CodeLists.Get("3101").Contains(user.Kjonn) ? user.Kjonn : "0", user.BirthYear?.ToString(CultureInfo.InvariantCulture), user.Sivilstand, user.KomNrHjem,
            user.Bydel, Day(user.DiedOn), user.MotsattSeg,
            user.Objects ? user.RemovedItems.ToString(CultureInfo.InvariantCulture) : null,
            home?.Husstand, home?.Boligtype, home?.PrivatHjelp, home?.Heldognstilbud,
            seen?.Lege12Mnd, seen?.Tannhelse12Mnd, seen?.Ernaering, Day(seen?.ReviewedOn), seen?.IndividuellPlan, seen?.Koordinator,
            ListText.Of(user.Participations, one => $"{one.Type}:{one.Behov}"),
            ListText.Of(user.Diagnoses, one => $"{one.Kodeverk}:{Part(one.Kode)}@{Day(one.Day)}"),
            ListText.Of(user.Assessments, one => $"{Day(one.Day)}{string.Concat(one.Scores.Select(score => $"*{score.Variabel}:{score.Skar}"))}"),
            ListText.Of(user.Cases, one => $"{Part(one.SakId)}:{one.Hendelse}:{Day(one.Day)}:{one.Utfall}:{one.TjenesteType}"),
            ListText.Of(user.Services, Text),
            ListText.Of(user.Coercion, one => $"{one.Type}:{Day(one.From)}:{Day(one.To)}"),
        ];
        own.CopyTo(values);
    }

    private static string Text(ReportedService service) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Part(service.TjenesteId)}:{Part(service.SakId)}:{service.Type?.Code}:{Day(service.Start)}:{Day(service.Stop)}:{service.Hours}:{Part(service.TjenesteOrgNr)}:{service.Rulleringsavlastning}");

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Part(string? value) => value is null ? "" : ListText.Escape(value);
}
