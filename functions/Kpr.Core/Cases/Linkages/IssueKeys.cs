using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Linkages;

/// <summary>Issues serial numbers (løpenumre) to the sources: forskrift 2023-01-11-48 § 5. Under a new linker they are issued anew.</summary>
/// <param name="Batch">Id of the batch; never used before in the case.</param>
[Command("issue-keys", "Utsted løpenumre", "Issue serial numbers")]
[In(Phase.Fulfilment)]
[By(Role.Handler, Relation.Assigned)]
public sealed record IssueKeys(string Batch) : LinkageCommand
{
    internal override bool Fits(LinkageState state) => state == LinkageState.Planned;

    internal override Outcome<CaseEvent> DecideOn(CaseState state, Linkage linkage, CommandContext now) =>
        string.IsNullOrWhiteSpace(Batch) ? Refusals.TextMissing.For("batch") : [new KeysIssued(Batch)];
}
