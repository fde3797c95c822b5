using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A09: no service starts before the person is born, to the day. The birth date stands in the other shipment: judged when both have come.</summary>
public sealed class A09StartAfterBirth() : GroupRule("A09", FactKind.ReportMatch, Severity.RejectRecord)
{
    /// <inheritdoc/>
    public override string Norwegian => "Startdato skal ikke være før fødselsdatoen. Kontrolleres når både KPR_IDE og KPR_IPL er kommet.";

    /// <inheritdoc/>
    public override string English => "Start before birth (date level); judged when both shipments have come.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller startdato og fødselsnummer.";

    /// <inheritdoc/>
    public override string Source => "Helsedirektoratets rapporter om kommunale helse- og omsorgstjenester (kontroller før publisering)";

    /// <inheritdoc/>
    public override GroupSession Begin(GroupVerdict verdict) => new Session(this, verdict);

    private sealed class Session(A09StartAfterBirth rule, GroupVerdict verdict) : GroupSession
    {
        public override void Next(in Fact fact, bool firstOfKey)
        {
            var match = (ReportMatch)fact.Extra;
            if (fact.Role == LinkFact.Professional && match.HasFlag(ReportMatch.StartsBeforeBirth))
            {
                verdict.Report(rule, fact, "startDato", "En tjeneste starter før personens fødselsdato.");
            }
        }
    }
}
