using System.Xml;
using Kpr.Core.Formats.Xml;
using Kpr.Core.Formats.Xpr;

namespace Kpr.Core.Formats.SchoolHealth;

/// <summary>The names of XPR 56.0.0, module hst.</summary>
internal sealed class SchoolHealthNames : XprNames
{
    public const string Namespace = "http://www.npr.no/xmlstds/56_0_0_hst";

    // The index is the value of ConsultationPart, less one.
    private static readonly string[] PartNames = ["Barn_ungdom", "Deltaker", "Helseperson", "Maling", "RefEnhet"];

    private readonly string[] _parts;

    public SchoolHealthNames(NameTable table)
        : base(table, Namespace, hasPeriod: true, ["Konsultasjon", .. PartNames, "Maleresultat", "Enhet"],
        [
            "episodeGUID", "konsultasjonID", "datoTidStart", "formKonsultasjon", "anbefaltTypeKonsultasjon",
            "konsultasjonRegistrertTidspunkt", "amming", "barn_ungdomNr", "deltakerType", "polUtforende", "spesialist", "rolle",
            "helsepersonHPR", "typeMaling", "malingKodeverk", "malingDatoTid", "typeMalingKodet", "enhetID", "typeEnhet",
            "maleresultatNr", "verdi", "enhet", "orgNr", "nace", "sektor", "offAvdKode", "reshID", "isfRefusjon", "enhetLokal", "enhetNavn",
        ])
    {
        _parts = [.. PartNames.Select(table.Add)];
        Konsultasjon = table.Add("Konsultasjon");
        Maleresultat = table.Add("Maleresultat");
        Enhet = table.Add("Enhet");
        KommuneAttributes = new(table,
            [("kommuneNr", static (c, v) => c.KommuneNr = v), ("kommuneOrgNr", static (c, v) => c.KommuneOrgNr = v)], Elsewhere);
        KonsultasjonAttributes = new(table,
        [
            ("episodeGUID", static (c, v) => c.EpisodeGuid = v),
            ("konsultasjonID", static (c, v) => c.KonsultasjonId = v),
            ("datoTidStart", static (c, v) => c.DatoTidStart = v),
            ("formKonsultasjon", static (c, v) => c.FormKonsultasjon = v),
            ("anbefaltTypeKonsultasjon", static (c, v) => c.AnbefaltTypeKonsultasjon = v),
            ("konsultasjonRegistrertTidspunkt", static (c, v) => c.KonsultasjonRegistrertTidspunkt = v),
            ("amming", static (c, v) => c.Amming = v),
        ], Elsewhere);
        BarnAttributes = new(table,
        [
            ("pasientGUID", static (c, v) => c.PasientGuid = v),
            ("barn_ungdomNr", static (c, v) => c.BarnUngdomNr = v),
            ("kjonn", static (c, v) => c.Kjonn = v),
            ("fodselsar", static (c, v) => c.Fodselsar = v),
            ("fid", static (c, v) => c.Fid = v),
            ("typeID", static (c, v) => c.TypeId = v),
        ], Elsewhere);
        DeltakerAttributes = new(table, [("deltakerType", static (p, v) => p.DeltakerType = v)], Elsewhere);
        HelsepersonAttributes = new(table,
        [
            ("polUtforende", static (p, v) => p.PolUtforende = v),
            ("spesialist", static (p, v) => p.Spesialist = v),
            ("rolle", static (p, v) => p.Rolle = v),
            ("helsepersonHPR", static (p, v) => p.HelsepersonHpr = v),
        ], Elsewhere);
        MalingAttributes = new(table,
        [
            ("typeMaling", static (m, v) => m.TypeMaling = v),
            ("malingKodeverk", static (m, v) => m.MalingKodeverk = v),
            ("malingDatoTid", static (m, v) => m.MalingDatoTid = v),
            ("typeMalingKodet", static (m, v) => m.TypeMalingKodet = v),
        ], Elsewhere);
        MaleresultatAttributes = new(table,
        [
            ("maleresultatNr", static (r, v) => r.MaleresultatNr = v),
            ("verdi", static (r, v) => r.Verdi = v),
            ("enhet", static (r, v) => r.Enhet = v),
        ], Elsewhere);
        RefEnhetAttributes = new(table,
            [("enhetID", static (r, v) => r.EnhetId = v), ("typeEnhet", static (r, v) => r.TypeEnhet = v)], Elsewhere);
        EnhetAttributes = new(table,
        [
            ("enhetID", static (u, v) => u.EnhetId = v),
            ("orgNr", static (u, v) => u.OrgNr = v),
            ("reshID", static (u, v) => u.ReshId = v),
            ("enhetLokal", static (u, v) => u.EnhetLokal = v),
            ("enhetNavn", static (u, v) => u.EnhetNavn = v),
        ], Elsewhere);
    }

    public string Konsultasjon { get; }

    public string Maleresultat { get; }

    public string Enhet { get; }

    public override AttributeSet<EnvelopePartDraft> KommuneAttributes { get; }

    public AttributeSet<SchoolConsultation> KonsultasjonAttributes { get; }

    public AttributeSet<SchoolConsultation> BarnAttributes { get; }

    public AttributeSet<Participant> DeltakerAttributes { get; }

    public AttributeSet<HealthWorker> HelsepersonAttributes { get; }

    public AttributeSet<Measurement> MalingAttributes { get; }

    public AttributeSet<MeasurementResult> MaleresultatAttributes { get; }

    public AttributeSet<UnitReference> RefEnhetAttributes { get; }

    public AttributeSet<Unit> EnhetAttributes { get; }

    /// <summary>The part of a consultation that an element is.</summary>
    public ConsultationPart PartOf(string name) =>
        (ConsultationPart)(Array.FindIndex(_parts, part => ReferenceEquals(part, name)) + 1);
}
