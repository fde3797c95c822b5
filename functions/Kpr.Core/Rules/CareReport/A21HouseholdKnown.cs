using Kpr.Core.Catalogue;
using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A21: the household is stated and in list 9335; otherwise it is blanked.</summary>
public sealed class A21HouseholdKnown() : RecordRule<CareUser>("A21", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Husstand skal alltid være oppgitt og finnes i kodeverk 9335.";

    /// <inheritdoc/>
    public override string English => "Household present and in 9335.";

    /// <inheritdoc/>
    public override string Advice => "Oppgi husstand: 1 alene, 2 sammen med andre, 3 sammen med foreldre.";

    /// <inheritdoc/>
    public override string Source => "Veileder for registrering av IPLOS-data; kodeverk 9335";

    /// <inheritdoc/>
    public override int Order => 940;

    /// <inheritdoc/>
    public override void Judge(CareUser record, RecordVerdict verdict)
    {
        if (record.Housing is not { Husstand: { } household })
        {
            verdict.Report(this, "husstand", "Husstand mangler.", line: record.Housing?.Line);
        }
        else if (!CodeLists.Get("9335").Contains(household))
        {
            verdict.Report(this, "husstand", "Husstand finnes ikke i kodeverk 9335 og blankes.", line: record.Housing.Line);
            record.Housing.Husstand = null;
        }
    }
}
