using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Intake;
using Kpr.Core.Cases.Linkages;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Fulfilment;

/// <summary>Sends an order to every register of the decision, in parallel (R32). Where data are linked it names the linker (R18).</summary>
/// <param name="Linker">Organisation number of the linker; needed where data are linked.</param>
[Command("dispatch-orders", "Send bestillinger", "Dispatch orders")]
[In(Phase.Decided)]
[By(Role.Handler, Relation.Assigned)]
[By(Role.System, Relation.Office)]
public sealed record DispatchOrders(string? Linker = null) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now)
    {
        if (state.Decision is not { Grants: true } decision)
        {
            return Refusals.NothingGranted;
        }

        if (state.Suspended is not null)
        {
            return Refusals.EffectSuspended;
        }

        if (now.Policy.OrdersAwaitAppealPeriod && (state.Appeal is { IsOpen: true } || !(state.FindClock(ClockKind.Appeal)?.IsOverdueOn(now.Today) ?? true)))
        {
            return Refusals.AppealPeriodNotOver;
        }

        var linked = Terms.IsLinked(state) && decision.Sources.Count > 1;
        if (linked && LinkerChoice.Refuse(state, now, Linker) is { } refusal)
        {
            return refusal;
        }

        List<CaseEvent> events = [new OrdersDispatched(decision.Version, now.Today)];
        foreach (var register in decision.Sources)
        {
            events.AddRange(OrderPlacement.Place(state, now, register, linked));
        }

        if (linked)
        {
            events.Add(new LinkagePlanned(Linker!, [.. events.OfType<OrderPlaced>().Select(order => order.Order)]));
        }

        return [.. events];
    }
}
