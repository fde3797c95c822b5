using Kpr.Core.Cases.Fulfilment;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Orders;

/// <summary>
/// Makes the data of an order available: the statutory clock stops with the last one (R21). The decision must be the one that counts, every person with
/// access confirmed, reservations applied, the output checked (R20, R32), and by others than who releases it.
/// </summary>
/// <param name="Order">Its id.</param>
/// <param name="Delivery">Where they are.</param>
[Command("release-order", "Gjør data tilgjengelige", "Release")]
[In(Phase.Fulfilment, Phase.Active, Phase.Expiring)]
[By(Role.Register, Relation.Source)]
[From(OrderState.QualityCheck)]
public sealed record ReleaseOrder(string Order, string Delivery) : OrderCommand
{
    internal override Outcome<CaseEvent> DecideOn(CaseState state, SourceOrder order, CommandContext now) =>
        string.IsNullOrWhiteSpace(Delivery) ? Refusals.TextMissing.For("delivery")
        : order.ViaLinker ? Refusals.GoesToLinker.For(Order)
        : (ReleaseGuards.Refuse(state, order) ?? ReleaseGuards.RefusePerson(order, now)) is { } refusal ? refusal
        : FulfilmentProgress.Then(state, now, Release.Of(state, now, Delivery, [order]));
}
