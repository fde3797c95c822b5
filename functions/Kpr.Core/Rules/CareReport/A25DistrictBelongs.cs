using Kpr.Core.Catalogue;
using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A25: the district belongs to the home municipality; Oslo must have one, and only the four cities may. Otherwise it is blanked.</summary>
public sealed class A25DistrictBelongs() : RecordRule<CareUser>("A25", Severity.Warning)
{
    private const string Oslo = "0301";

    /// <inheritdoc/>
    public override string Norwegian => "Bydel skal høre til bostedskommunen: påkrevd for Oslo, tillatt for Bergen, Trondheim og Stavanger, ellers ikke.";

    /// <inheritdoc/>
    public override string English => "District: mandatory for Oslo, must belong to the municipality, else absent.";

    /// <inheritdoc/>
    public override string Advice => "Oppgi bydelen der personen bor, med to eller seks siffer.";

    /// <inheritdoc/>
    public override string Source => "SSB, kontrollprogram for KOSTRA; SSB Klass 103";

    /// <inheritdoc/>
    public override void Judge(CareUser record, RecordVerdict verdict)
    {
        if (string.IsNullOrEmpty(record.Bydel))
        {
            if (record.KomNrHjem == Oslo)
            {
                verdict.Report(this, "bydel", "Bydel mangler for bosatt i Oslo.");
            }

            record.Bydel = null;
        }
        else if (!Districts.IsValid(record.KomNrHjem, record.Bydel, record.YearEnd))
        {
            verdict.Report(this, "bydel", "Bydelen hører ikke til bostedskommunen og blankes.");
            record.Bydel = null;
        }
    }
}
