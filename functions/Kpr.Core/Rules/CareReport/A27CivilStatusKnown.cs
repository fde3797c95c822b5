using Kpr.Core.Catalogue;
using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A27: civil status is in list 3103, otherwise it is set to 0; a person below 16 is unmarried.</summary>
public sealed class A27CivilStatusKnown() : RecordRule<CareUser>("A27", Severity.Warning)
{
    private const int Adult = 16;
    private const string NotStated = "0";

    /// <inheritdoc/>
    public override string Norwegian => "Sivilstand skal finnes i kodeverk 3103, ellers settes den til 0. Under 16 år er ingen gift eller har vært det.";

    /// <inheritdoc/>
    public override string English => "Civil status in 3103, else 0; not 2–9 below age 16.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller sivilstand og fødselsår.";

    /// <inheritdoc/>
    public override string Source => "Kodeverk 3103; eget valg";

    /// <inheritdoc/>
    public override void Judge(CareUser record, RecordVerdict verdict)
    {
        if (record.Sivilstand is not { } status)
        {
            return;
        }

        if (!CodeLists.Get("3103").Contains(status))
        {
            verdict.Report(this, "sivilstand", "Sivilstand finnes ikke i kodeverk 3103 og settes til 0.");
            record.Sivilstand = NotStated;
        }
        else if (record.Age < Adult && status is not (NotStated or "1"))
        {
            verdict.Report(this, "sivilstand", "Personen er under 16 år og kan ikke være eller ha vært gift.");
        }
    }
}
