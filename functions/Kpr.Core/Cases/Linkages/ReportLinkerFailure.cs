using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Linkages;

/// <summary>Tells that the linker cannot link. Another is then named, and serial numbers are issued anew.</summary>
/// <param name="Reason">Why.</param>
[Command("report-linker-failure", "Koblende enhet kan ikke koble", "Report linker failure")]
[In(Phase.Fulfilment)]
[By(Role.Linker, Relation.Designated)]
[By(Role.Handler, Relation.Assigned)]
public sealed record ReportLinkerFailure(string Reason) : LinkageCommand
{
    internal override bool Fits(LinkageState state) =>
        state is LinkageState.Planned or LinkageState.KeysIssued or LinkageState.WaitingSources or LinkageState.Linking or LinkageState.Checked;

    internal override Outcome<CaseEvent> DecideOn(CaseState state, Linkage linkage, CommandContext now) =>
        string.IsNullOrWhiteSpace(Reason) ? Refusals.TextMissing.For("reason") : [new LinkerFailed(Reason)];
}
