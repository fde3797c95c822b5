using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Deciding;
using Kpr.Core.Cases.Fulfilment;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Linkages;

/// <summary>Decides about a source that does not come, or cannot: a legal act, so the decider's. To go on without it amends the decision.</summary>
/// <param name="Order">Id of its order.</param>
/// <param name="Choice">Wait, proceed or abort.</param>
/// <param name="Until">Until when to wait.</param>
/// <param name="Reason">Why.</param>
[Command("settle-missing-source", "Avgjør manglende datakilde", "Settle a missing source")]
[In(Phase.Fulfilment)]
[By(Role.Decider, Relation.Office, Relation.Assigned)]
public sealed record SettleMissingSource(string Order, MissingSourceChoice Choice, string Reason, DateOnly? Until = null) : LinkageCommand
{
    internal override bool Fits(LinkageState state) => state is LinkageState.Planned or LinkageState.KeysIssued or LinkageState.WaitingSources;

    internal override Outcome<CaseEvent> DecideOn(CaseState state, Linkage linkage, CommandContext now)
    {
        if (!linkage.Missing.Contains(Order) || state.FindOrder(Order) is not { } order)
        {
            return Refusals.UnknownOrder.For(Order);
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            return Refusals.TextMissing.For("reason");
        }

        switch (Choice)
        {
            case MissingSourceChoice.Wait:
                return Until is not { } until || until <= now.Today ? Refusals.DateNotAhead.For("until")
                    : order.State.IsTerminal() ? Refusals.WrongOrderState.For(Order, order.State.ToString())
                    : [new SourceAwaited(Order, until)];
            case MissingSourceChoice.Abort:
                return FulfilmentProgress.Then(state, now, OrderEnding.CancelAll(state, now, Reason));
            default:
                return Proceed(state, linkage, order, now);
        }
    }

    private Outcome<CaseEvent> Proceed(CaseState state, Linkage linkage, SourceOrder order, CommandContext now)
    {
        if (linkage.ConsentWithout?.Contains(Order) != true)
        {
            return Refusals.ConsentMissing.For(Order);
        }

        if (linkage.Orders.Count == 1)
        {
            return Refusals.SourcesMissing.For(Order);
        }

        var old = state.Decision!;
        var amended = Decisions.Make(
            state, now, DecisionOutcome.PartlyGranted, DecisionCause.Amendment, [.. old.Sources.Where(source => source != order.Register)],
            new DecisionReasons(old.Reasons?.Rules ?? "Forskrift 2023-01-11-48 § 5", Reason, "Søker har godtatt levering uten datakilden."), [], old.Conditions,
            old.EndsOn, old.DeletionOn);
        return FulfilmentProgress.Then(state, now,
        [
            new SourceLeftOut(Order),
            .. order.State.IsTerminal() ? [] : OrderEnding.Cancel(state, now, order, Reason),
            new Decided(amended), now.Start(state, ClockKind.Appeal, "Vedtaket ble endret"),
            .. OrdersFollowDecision.Rebase(state, amended),
        ]);
    }
}
