using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A45: a person is active in one municipality on 31 December. Judged over the municipalities whose two shipments are given together; the register judges it over all, when the year is closed. In statistics the last one counts; both are kept.</summary>
public sealed class A45OneMunicipality() : GroupRule("A45", FactKind.ReportMatch, Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "En person skal ikke være aktiv i to kommuner 31. desember. I statistikken gjelder den siste.";

    /// <inheritdoc/>
    public override string English => "Same person active in two municipalities on 31 December → last valid wins in statistics, both kept. Judged over the reports given together.";

    /// <inheritdoc/>
    public override string Advice => "Avklar med den andre kommunen, og avslutt tjenesten der personen er flyttet fra.";

    /// <inheritdoc/>
    public override string Source => "Helsedirektoratets rapporter om kommunale helse- og omsorgstjenester (kontroller før publisering)";

    /// <inheritdoc/>
    public override GroupSession Begin(GroupVerdict verdict) => new Session(this, verdict);

    private sealed class Session(A45OneMunicipality rule, GroupVerdict verdict) : GroupSession
    {
        public override void Next(in Fact fact, bool firstOfKey)
        {
            var match = (ReportMatch)fact.Extra;
            if (fact.Role == LinkFact.Professional && match.HasFlag(ReportMatch.ActiveElsewhere))
            {
                verdict.Report(rule, fact, "startDato", "Personen er også aktiv i en annen kommune 31. desember, med en senere startdato.");
            }
        }
    }
}
