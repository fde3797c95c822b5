using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Linkages;

/// <summary>Destroys the key, or keeps it until a day, for a later delivery.</summary>
/// <param name="KeepUntil">Null to destroy it.</param>
[Command("settle-key", "Slett eller oppbevar koblingsnøkkel", "Destroy or keep the key")]
[In(Phase.Fulfilment, Phase.Active, Phase.Expiring, Phase.DeletionDue, Phase.Closed)]
[By(Role.Linker, Relation.Designated)]
[By(Role.Handler, Relation.Assigned)]
public sealed record SettleKey(DateOnly? KeepUntil = null) : LinkageCommand
{
    internal override bool Fits(LinkageState state) => state is LinkageState.Delivered or LinkageState.KeyKept;

    internal override Outcome<CaseEvent> DecideOn(CaseState state, Linkage linkage, CommandContext now) =>
        KeepUntil <= now.Today ? Refusals.DateNotAhead.For("keepUntil") : [new KeySettled(KeepUntil)];
}
