using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Linkages;

/// <summary>Names another linker, in an annex to the decision (R18).</summary>
/// <param name="Linker">Its organisation number.</param>
[Command("designate-linker", "Utpek koblende enhet", "Designate linker")]
[In(Phase.Fulfilment)]
[By(Role.Decider, Relation.Office, Relation.Assigned)]
public sealed record DesignateLinker(string Linker) : LinkageCommand
{
    internal override bool Fits(LinkageState state) => state == LinkageState.LinkerFailed;

    internal override Outcome<CaseEvent> DecideOn(CaseState state, Linkage linkage, CommandContext now) =>
        LinkerChoice.Refuse(state, now, Linker) is { } refusal ? refusal
        : Linker == linkage.Linker ? Refusals.SameLinker.For(Linker)
        : [new LinkerDesignated(Linker)];
}
