using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Linkages;

/// <summary>Begins to link, when every source has come (the barrier).</summary>
[Command("start-linking", "Start kobling", "Start linking")]
[In(Phase.Fulfilment)]
[By(Role.Linker, Relation.Designated)]
public sealed record StartLinking : LinkageCommand
{
    internal override bool Fits(LinkageState state) => state == LinkageState.WaitingSources;

    internal override Outcome<CaseEvent> DecideOn(CaseState state, Linkage linkage, CommandContext now) =>
        linkage.IsFull ? [new LinkageMoved(LinkageState.Linking)] : Refusals.SourcesMissing.For([.. linkage.Missing]);
}
