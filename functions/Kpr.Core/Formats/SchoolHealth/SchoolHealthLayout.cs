using System.Globalization;
using Kpr.Core.Catalogue;
using Kpr.Core.Formats.Xpr;
using Kpr.Core.Identity;
using Kpr.Core.Persons;

namespace Kpr.Core.Formats.SchoolHealth;

/// <summary>How consultations lie in the register: a partition a year of consultation and municipality.</summary>
/// <remarks>
/// Lists are one text (<see cref="ListText"/>): <c>2 3</c> participants; <c>28:2:1:123456789</c> profession, specialist,
/// role and HPR number of a health worker; <c>9:HS1</c> kind and key of a unit; a measurement is
/// <c>type:code system:coded type@time</c> and behind it <c>*number:value:unit</c> for each result. Parts left out are empty.
/// </remarks>
public sealed class SchoolHealthLayout : RegisterLayout
{
    /// <inheritdoc/>
    public override string Folder => "school-health";

    /// <inheritdoc/>
    public override IReadOnlyList<RegisterColumn> Columns { get; } =
    [
        .. NotificationColumns.All,
        new("konsultasjonID", "string", "Konsultasjonens lokale nøkkel"),
        new("episodeGUID", "string", "Episodens GUID"),
        new("datoTidStart", "datetime", "Når konsultasjonen begynte, norsk tid"),
        new("registrertTidspunkt", "string", "Når konsultasjonen ble registrert, som sendt"),
        new("formKonsultasjon", "string", "Hjemmebesøk, gruppe eller individuell", "9506"),
        new("anbefaltTypeKonsultasjon", "string", "Anbefalt konsultasjon etter alderstrinn", "9505"),
        new("amming", "string", "Om mor ammer; tom når det ikke er aktuelt", "8524"),
        new("pasientGUID", "string", "Barnets GUID hos avsender"),
        new("barn_ungdomNr", "string", "Lokalt nummer på barnet"),
        new("kjonn", "string", "Kjønn", "3101"),
        new("fodselsar", "integer", "Fødselsår"),
        new("deltakere", "string", "Deltakere", "8425"),
        new("helsepersoner", "string", "Helsepersonell: profesjon:spesialist:rolle:HPR-nummer", "8401"),
        new("malinger", "string", "Målinger: type:kodeverk:kodet@tid*nummer:verdi:enhet"),
        new("enheter", "string", "Enheter: type:enhetID", "8476"),
    ];

    /// <inheritdoc/>
    public override ReservedServices Reservable => ReservedServices.SchoolHealth;

    /// <inheritdoc/>
    /// <remarks>A43: what was measured, and whether the mother breastfeeds.</remarks>
    public override bool Withhold(ReservedServices services, Span<string?> values) =>
        services.HasFlag(ReservedServices.SchoolHealth) && Empty(HealthItems, values);

    private int[] HealthItems => field ??= Places("amming", "malinger");

    /// <inheritdoc/>
    public override string Partition(FeedRecord record, string sender) =>
        string.Create(CultureInfo.InvariantCulture, $"{((SchoolConsultation)record).EventDay!.Value.Year:D4}/{sender}");

    /// <inheritdoc/>
    public override void Write(FeedRecord record, Span<string?> values)
    {
        var own = (SchoolConsultation)record;
        NotificationColumns.Write(own, values);
        ReadOnlySpan<string?> rest =
        [
            own.KonsultasjonId, own.EpisodeGuid,
            own.StartedAt is { } started ? NorwegianTime.ToLocal(started).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) : null,
            own.KonsultasjonRegistrertTidspunkt, own.FormKonsultasjon, own.AnbefaltTypeKonsultasjon,
            string.IsNullOrEmpty(own.Amming) ? null : own.Amming, own.PasientGuid, own.BarnUngdomNr,
            CodeLists.Get("3101").Contains(own.Kjonn) ? own.Kjonn : "0", own.StatedBirthYear?.ToString(CultureInfo.InvariantCulture),
            ListText.Of(own.Participants, one => one.DeltakerType!), ListText.Of(own.HealthWorkers, Text), ListText.Of(own.Measurements, Text),
            ListText.Of(own.Units, one => $"{one.TypeEnhet}:{Part(one.EnhetId)}"),
        ];
        rest.CopyTo(values[NotificationColumns.All.Count..]);
    }

    private static string Text(HealthWorker worker)
    {
        var number = worker.HelsepersonHpr is { } hpr ? HprNumber.IsValid(hpr) ? hpr : "-1" : "";
        return $"{worker.PolUtforende}:{worker.Spesialist}:{worker.Rolle}:{number}";
    }

    private static string Text(Measurement measurement) => string.Concat(
        $"{Part(measurement.TypeMaling)}:{Part(measurement.MalingKodeverk)}:{measurement.TypeMalingKodet}@",
        measurement.MeasuredAt?.ToString("yyyyMMddTHHmmss", CultureInfo.InvariantCulture),
        string.Concat(measurement.Results.Select(result => $"*{Part(result.MaleresultatNr)}:{Part(result.Verdi)}:{Part(result.Enhet)}")));

    private static string Part(string? value) => value is null ? "" : ListText.Escape(value);
}
