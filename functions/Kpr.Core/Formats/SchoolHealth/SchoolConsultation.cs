using System.Globalization;
using Kpr.Core.Formats.Xpr;
using Kpr.Core.Identity;

namespace Kpr.Core.Formats.SchoolHealth;

/// <summary>
/// A notification of XPR 56.0.0, module hst, with its consultation (Konsultasjon) and child (Barn_ungdom). The
/// properties are the attributes as sent, under the format's own names; null when missing or blanked.
/// </summary>
public sealed class SchoolConsultation : XprRecord
{
    private const int FarthestYear = 99_999;

    /// <summary>GUID of the episode; optional.</summary>
    public string? EpisodeGuid { get; set; }

    /// <summary>Local key of the consultation, at most 100 characters.</summary>
    public string? KonsultasjonId { get; set; }

    /// <summary>When the consultation began; date and time.</summary>
    public string? DatoTidStart { get; set; }

    /// <summary>Form (list 9506): home, group or individual.</summary>
    public string? FormKonsultasjon { get; set; }

    /// <summary>The recommended consultation that this is (list 9505).</summary>
    public string? AnbefaltTypeKonsultasjon { get; set; }

    /// <summary>When the consultation, or its correction, was registered; date and time.</summary>
    public string? KonsultasjonRegistrertTidspunkt { get; set; }

    /// <summary>Whether the mother breastfeeds (list 8524); empty where it does not apply.</summary>
    public string? Amming { get; set; }

    /// <summary>Local number of the child; must not be an identity number (I21).</summary>
    public string? BarnUngdomNr { get; set; }

    /// <summary>Sex (list 3101).</summary>
    public string? Kjonn { get; set; }

    /// <summary>Birth year.</summary>
    public string? Fodselsar { get; set; }

    /// <summary>Who took part beside the child.</summary>
    public List<Participant> Participants { get; } = [];

    /// <summary>The health workers.</summary>
    public List<HealthWorker> HealthWorkers { get; } = [];

    /// <summary>The measurements.</summary>
    public List<Measurement> Measurements { get; } = [];

    /// <summary>The units that the consultation belongs to.</summary>
    public List<UnitReference> Units { get; } = [];

    /// <summary>When the consultation began, as an instant; null when missing or no time.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>The day on which the message's data were taken out; null when it does not say.</summary>
    public DateOnly? ExtractionDay { get; set; }

    /// <inheritdoc/>
    public override string EventDayField => "datoTidStart";

    /// <inheritdoc/>
    public override string RegisteredAtField => "konsultasjonRegistrertTidspunkt";

    /// <inheritdoc/>
    public override string EventInNorwegian => "konsultasjon";

    /// <inheritdoc/>
    public override DateOnly? ExtractedOn => ExtractionDay;

    /// <inheritdoc/>
    public override IEnumerable<(string Field, DateOnly Day, long Line)> OtherDays =>
        Measurements.Where(measurement => measurement.MeasuredAt is not null)
            .Select(measurement => ("malingDatoTid", DateOnly.FromDateTime(measurement.MeasuredAt!.Value), measurement.Line));

    /// <inheritdoc/>
    public override string? LocalUserNumber => BarnUngdomNr;

    /// <inheritdoc/>
    public override string LocalUserNumberField => "barn_ungdomNr";

    /// <inheritdoc/>
    public override string? StatedSexText => Kjonn;

    /// <inheritdoc/>
    public override Sex StatedSex => Kjonn switch { "1" => Sex.Male, "2" => Sex.Female, _ => Sex.Unknown };

    /// <inheritdoc/>
    public override int? StatedBirthYear =>
        XsdTypes.TryInteger(Fodselsar, out var year) ? (int)Math.Clamp(year, -FarthestYear, FarthestYear) : null;

    /// <inheritdoc/>
    public override IEnumerable<(string Field, string Number)> HprNumbers => HealthWorkers
        .Where(worker => worker.HelsepersonHpr is not null).Select(worker => ("helsepersonHPR", worker.HelsepersonHpr!));

    /// <inheritdoc/>
    public override IEnumerable<(string Field, string Text)> Texts
    {
        get
        {
            (string Field, string? Text)[] own =
                [("notifikasjonLopeNr", NotifikasjonLopeNr), ("konsultasjonID", KonsultasjonId), ("fodselsar", Fodselsar)];
            return own
                .Concat(Measurements.SelectMany<Measurement, (string, string?)>(one => [("typeMaling", one.TypeMaling), ("malingKodeverk", one.MalingKodeverk)]))
                .Concat(Measurements.SelectMany(one => one.Results).SelectMany<MeasurementResult, (string, string?)>(
                    one => [("maleresultatNr", one.MaleresultatNr), ("verdi", one.Verdi), ("enhet", one.Enhet)]))
                .Concat(Units.Select(one => ("enhetID", one.EnhetId)))
                .Where(text => text.Item2 is not null)!;
        }
    }

    /// <inheritdoc/>
    protected override void AddEvent(ref ContentHash hash)
    {
        foreach (var value in (ReadOnlySpan<string?>)
        [
            EpisodeGuid, KonsultasjonId, DatoTidStart, FormKonsultasjon, AnbefaltTypeKonsultasjon, KonsultasjonRegistrertTidspunkt,
            Amming, BarnUngdomNr, Kjonn, Fodselsar,
        ])
        {
            hash.Add(value);
        }

        foreach (var value in Parts())
        {
            hash.Add(value);
        }
    }

    /// <inheritdoc/>
    protected override void Clear()
    {
        base.Clear();
        EpisodeGuid = KonsultasjonId = DatoTidStart = FormKonsultasjon = AnbefaltTypeKonsultasjon = null;
        KonsultasjonRegistrertTidspunkt = Amming = BarnUngdomNr = Kjonn = Fodselsar = null;
        Participants.Clear();
        HealthWorkers.Clear();
        Measurements.Clear();
        Units.Clear();
        StartedAt = null;
        ExtractionDay = null;
    }

    // Each list begins with its length, so that neighbours cannot flow into each other.
    private IEnumerable<string?> Parts() =>
    [
        Count(Participants), .. Participants.Select(one => one.DeltakerType),
        Count(HealthWorkers), .. HealthWorkers.SelectMany<HealthWorker, string?>(one => [one.PolUtforende, one.Spesialist, one.Rolle, one.HelsepersonHpr]),
        Count(Measurements), .. Measurements.SelectMany<Measurement, string?>(one =>
        [
            one.TypeMaling, one.MalingKodeverk, one.MalingDatoTid, one.TypeMalingKodet,
            Count(one.Results), .. one.Results.SelectMany<MeasurementResult, string?>(result => [result.MaleresultatNr, result.Verdi, result.Enhet]),
        ]),
        Count(Units), .. Units.SelectMany<UnitReference, string?>(one => [one.EnhetId, one.TypeEnhet]),
    ];

    private static string Count<T>(List<T> list) => list.Count.ToString(CultureInfo.InvariantCulture);
}
