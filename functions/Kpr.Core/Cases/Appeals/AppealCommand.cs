namespace Kpr.Core.Cases.Appeals;

/// <summary>A command on the appeal that is open. The appeal lies over the case, whatever its phase.</summary>
public abstract record AppealCommand : CaseCommand
{
    internal sealed override Outcome<CaseEvent> Decide(CaseState state, CommandContext now) =>
        state.Appeal is not { IsOpen: true } appeal ? Refusals.NoAppeal
        : !Fits(appeal.State) ? Refusals.WrongAppealState.For(appeal.State.ToString())
        : DecideOn(state, appeal, now);

    internal abstract bool Fits(AppealState state);

    internal abstract Outcome<CaseEvent> DecideOn(CaseState state, Appeal appeal, CommandContext now);
}
