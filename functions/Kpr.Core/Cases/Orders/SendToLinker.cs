using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Linkages;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Orders;

/// <summary>Sends checked data to the linker. Not by whoever made or checked them.</summary>
/// <param name="Order">Its id.</param>
[Command("send-to-linker", "Send til kobling", "Send to the linker")]
[In(Phase.Fulfilment)]
[By(Role.Register, Relation.Source)]
[From(OrderState.QualityCheck)]
public sealed record SendToLinker(string Order) : OrderCommand
{
    internal override Outcome<CaseEvent> DecideOn(CaseState state, SourceOrder order, CommandContext now)
    {
        if (!order.ViaLinker || state.Linkage is not { } linkage)
        {
            return Refusals.NoLinkage;
        }

        if (linkage.State is not (LinkageState.KeysIssued or LinkageState.WaitingSources))
        {
            return Refusals.WrongLinkageState.For(linkage.State.ToString());
        }

        if ((ReleaseGuards.Refuse(state, order) ?? ReleaseGuards.RefusePerson(order, now)) is { } refusal)
        {
            return refusal;
        }

        var last = linkage.Missing.All(id => id == Order);
        return last && state.FindClock(ClockKind.EhdsHolder, Order) is not null
            ? [new SourceAtLinker(Order), .. now.Stop(state, ClockKind.OrderDelivery, "Data ble sendt til kobling", Order), .. now.Stop(state, ClockKind.EhdsHolder, "Data ble sendt til kobling", Order), now.Start(state, ClockKind.EhdsAvailability, "Alle datakilder er mottatt")]
            : [new SourceAtLinker(Order), .. now.Stop(state, ClockKind.OrderDelivery, "Data ble sendt til kobling", Order), .. now.Stop(state, ClockKind.EhdsHolder, "Data ble sendt til kobling", Order)];
    }
}
