namespace Kpr.Core.Cases.Linkages;

/// <summary>A command on the linkage of a case.</summary>
public abstract record LinkageCommand : CaseCommand
{
    internal sealed override Outcome<CaseEvent> Decide(CaseState state, CommandContext now) =>
        state.Linkage is not { } linkage ? Refusals.NoLinkage
        : !Fits(linkage.State) ? Refusals.WrongLinkageState.For(linkage.State.ToString())
        : DecideOn(state, linkage, now);

    internal abstract bool Fits(LinkageState state);

    internal abstract Outcome<CaseEvent> DecideOn(CaseState state, Linkage linkage, CommandContext now);
}
