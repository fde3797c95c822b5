using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.SchoolHealth;

/// <summary>Writes consultations as XPR(hst) 56.0.0.</summary>
internal sealed class SchoolHealthXml(TextWriter target, FilePlan plan, XprEnvelopeDraft envelope)
    : XprXml<SchoolHealthDraft>(target, plan, envelope)
{
    private const string SchoolHealthUnit = "9";

    /// <inheritdoc/>
    protected override void WriteEvent(SchoolHealthDraft draft)
    {
        Begin("Konsultasjon");
        Attribute("konsultasjonID", draft.Key);
        Attribute("datoTidStart", $"{draft.Day}T{draft.Clock:HH\\:mm\\:ss}");
        Attribute("formKonsultasjon", draft.Form);
        Attribute("anbefaltTypeKonsultasjon", draft.Step);
        Attribute("konsultasjonRegistrertTidspunkt", Text(draft.RegisteredAt));
        Attribute("amming", draft.Breastfeeding);
        Begin("Barn_ungdom");
        Attribute("pasientGUID", draft.PatientGuid.ToString());
        Attribute("barn_ungdomNr", draft.LocalNumber);
        Attribute("kjonn", draft.StatedSex);
        Attribute("fodselsar", draft.StatedYear);
        WriteIdentity(draft);
        End();
        foreach (var participant in draft.Participants)
        {
            Begin("Deltaker");
            Attribute("deltakerType", participant);
            End();
        }

        foreach (var (profession, number) in draft.Workers)
        {
            Begin("Helseperson");
            Attribute("polUtforende", profession);
            Attribute("helsepersonHPR", number);
            End();
        }

        foreach (var (type, value, unit) in draft.Measurements)
        {
            Begin("Maling");
            Attribute("typeMaling", type);
            Attribute("malingDatoTid", draft.MeasuredAt);
            Begin("Maleresultat");
            Attribute("maleresultatNr", "1");
            Attribute("verdi", value);
            Attribute("enhet", unit);
            End();
            End();
        }

        Begin("RefEnhet");
        Attribute("enhetID", draft.Unit);
        Attribute("typeEnhet", SchoolHealthUnit);
        End();
        End();
    }
}
