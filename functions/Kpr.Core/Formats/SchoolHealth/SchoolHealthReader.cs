using Kpr.Core.Formats.Sources;
using Kpr.Core.Formats.Xpr;
using Kpr.Core.Rules.Files;

namespace Kpr.Core.Formats.SchoolHealth;

/// <summary>Reads school health (helsestasjons- og skolehelsetjenesten): XPR 56.0.0, module hst.</summary>
public sealed partial class SchoolHealthReader : XprReader
{
    private readonly SchoolHealthNames _names;
    private readonly SchoolConsultation _consultation;

    /// <summary>Opens a file of school health.</summary>
    /// <exception cref="SourceFaultException">The encoding is not one that the register takes (F23).</exception>
    public SchoolHealthReader(SourceContent source, SourceLimits limits)
        : base(source, limits, new SchoolConsultation(), static table => new SchoolHealthNames(table))
    {
        _names = (SchoolHealthNames)ModuleNames;
        _consultation = (SchoolConsultation)Record;
    }

    /// <inheritdoc/>
    public override string Format => "XPR(hst)";

    /// <inheritdoc/>
    protected override XprEnvelope CreateEnvelope(long line) => new SchoolHealthEnvelope { Index = 0, Line = line, FirstOrdinal = 1 };

    /// <inheritdoc/>
    protected override bool IsEvent(string name) => ReferenceEquals(name, _names.Konsultasjon);

    /// <inheritdoc/>
    protected override void ReadEvent()
    {
        ReadAttributes(_names.KonsultasjonAttributes, _consultation);
        if (Xml.IsEmptyElement)
        {
            return;
        }

        var depth = Xml.Depth;
        var last = ConsultationPart.None;
        while (NextChild(depth, "Konsultasjon"))
        {
            var part = ReferenceEquals(Xml.NamespaceURI, _names.OwnNamespace) ? _names.PartOf(Xml.LocalName) : ConsultationPart.None;
            if (part == ConsultationPart.None)
            {
                SkipStranger();
                continue;
            }

            if (part < last)
            {
                RecordFault(Xml.LocalName, $"{Xml.LocalName} står på feil plass.");
            }

            last = part > last ? part : last;
            ReadPart(part);
        }
    }

    /// <inheritdoc/>
    protected override void CheckEvent()
    {
        _consultation.ExtractionDay = Envelope!.ExtractedOn;
        SchoolHealthStructure.Check(_consultation);
        Refer(_consultation.Units);
    }

    private void ReadPart(ConsultationPart part)
    {
        switch (part)
        {
            case ConsultationPart.Child when _consultation.HasPersonElement:
                RecordFault("Barn_ungdom", F02Structure.NotAllowedHere("Mer enn én Barn_ungdom"));
                SkipElement();
                break;
            case ConsultationPart.Child:
                _consultation.HasPersonElement = true;
                _consultation.PersonLine = Line;
                ReadAttributes(_names.BarnAttributes, _consultation);
                SkipStrangers("Barn_ungdom");
                break;
            case ConsultationPart.Participant:
                _consultation.Participants.Add(new Participant(Line));
                ReadAttributes(_names.DeltakerAttributes, _consultation.Participants[^1]);
                SkipStrangers("Deltaker");
                break;
            case ConsultationPart.HealthWorker:
                _consultation.HealthWorkers.Add(new HealthWorker(Line));
                ReadAttributes(_names.HelsepersonAttributes, _consultation.HealthWorkers[^1]);
                SkipStrangers("Helseperson");
                break;
            case ConsultationPart.Measurement:
                _consultation.Measurements.Add(new Measurement(Line));
                ReadAttributes(_names.MalingAttributes, _consultation.Measurements[^1]);
                ReadResults(_consultation.Measurements[^1]);
                break;
            default:
                _consultation.Units.Add(new UnitReference(Line));
                ReadAttributes(_names.RefEnhetAttributes, _consultation.Units[^1]);
                SkipStrangers("RefEnhet");
                break;
        }
    }

    private void ReadResults(Measurement measurement)
    {
        if (Xml.IsEmptyElement)
        {
            return;
        }

        var depth = Xml.Depth;
        while (NextChild(depth, "Maling"))
        {
            if (!Is(_names.Maleresultat))
            {
                SkipStranger();
                continue;
            }

            measurement.Results.Add(new MeasurementResult(Line));
            ReadAttributes(_names.MaleresultatAttributes, measurement.Results[^1]);
            SkipStrangers("Maleresultat");
        }
    }
}
