using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Fulfilment;

/// <summary>Tells that the end report went to REK: helseforskningsloven § 12; R35.</summary>
/// <param name="Reference">REK's reference.</param>
[Command("file-end-report", "Meld sluttmelding til REK", "File end report")]
[In(Phase.Active, Phase.Expiring, Phase.DeletionDue)]
[By(Role.Applicant, Relation.Owner)]
public sealed record FileEndReport(string Reference) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now) =>
        string.IsNullOrWhiteSpace(Reference) ? Refusals.TextMissing.For("reference") : [new EndReportFiled(Reference)];
}
