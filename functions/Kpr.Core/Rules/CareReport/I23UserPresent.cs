using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>I23: a person in KPR_IDE is in KPR_IPL too.</summary>
public sealed class I23UserPresent() : GroupRule("I23", FactKind.ReportMatch, Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "En pasientGUID i KPR_IDE skal finnes i KPR_IPL.";

    /// <inheritdoc/>
    public override string English => "Person GUID in IDE without counterpart in IPL.";

    /// <inheritdoc/>
    public override string Advice => "Ta med brukeren i KPR_IPL, eller personen ut av KPR_IDE.";

    /// <inheritdoc/>
    public override string Source => "Eget valg";

    /// <inheritdoc/>
    public override GroupSession Begin(GroupVerdict verdict) => new Session(this, verdict);

    private sealed class Session(I23UserPresent rule, GroupVerdict verdict) : GroupSession
    {
        public override void Next(in Fact fact, bool firstOfKey)
        {
            var match = (ReportMatch)fact.Extra;
            if (fact.Role == LinkFact.Identity && match.HasFlag(ReportMatch.CounterpartMissing))
            {
                verdict.Report(rule, fact, "pasientGUID", "Personen mangler i KPR_IPL.");
            }
        }
    }
}
