using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Fulfilment;

/// <summary>Reports published results, with the assurance that they reveal no person (R48, G17; EHDS Art. 61).</summary>
/// <param name="Reference">Where they are published.</param>
/// <param name="RevealsNobody">That no person, and no pharmacy, can be recognised.</param>
[Command("report-results", "Meld resultater", "Report results")]
[In(Phase.Active, Phase.Expiring, Phase.DeletionDue)]
[By(Role.Applicant, Relation.Owner, Relation.Editor)]
public sealed record ReportResults(string Reference, bool RevealsNobody) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now) =>
        string.IsNullOrWhiteSpace(Reference) ? Refusals.TextMissing.For("reference")
        : !RevealsNobody ? Refusals.ResultsReveal
        : [new ResultsReported(Reference), .. now.Stop(state, ClockKind.EhdsResults, "Resultatene ble meldt")];
}
