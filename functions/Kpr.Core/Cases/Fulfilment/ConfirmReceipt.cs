using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Fulfilment;

/// <summary>Confirms receipt of what was made available.</summary>
/// <param name="Order">One order; null for all.</param>
[Command("confirm-receipt", "Bekreft mottak", "Confirm receipt")]
[In(Phase.Fulfilment, Phase.Active, Phase.Expiring)]
[By(Role.Applicant, Relation.Owner, Relation.Editor)]
public sealed record ConfirmReceipt(string? Order = null) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now)
    {
        var released = state.Orders.Where(order => order.State == OrderState.Released && (Order is null || order.Id == Order)).ToList();
        return released.Count == 0
            ? Refusals.NothingReleased
            : FulfilmentProgress.Then(state, now, released.SelectMany(order => (IEnumerable<CaseEvent>)
                [new OrderReceiptConfirmed(order.Id, Presumed: false), .. now.Stop(state, ClockKind.Receipt, "Søker bekreftet mottak", order.Id)]));
    }
}
