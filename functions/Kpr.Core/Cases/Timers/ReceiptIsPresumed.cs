using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Fulfilment;
using Kpr.Core.Cases.Orders;

namespace Kpr.Core.Cases.Timers;

/// <summary>An applicant who neither confirms nor complains has the data: the case must not hang on it.</summary>
public sealed class ReceiptIsPresumed : TimedEffect
{
    /// <inheritdoc/>
    public override DateOnly? DueOn(CaseState state, CasePolicy policy) => Released(state).Select(order => DayAfter(state.FindClock(ClockKind.Receipt, order.Id))).Min();

    internal override IEnumerable<CaseEvent> Fire(CaseState state, CommandContext now)
    {
        var order = Released(state).First(released => DayAfter(state.FindClock(ClockKind.Receipt, released.Id)) <= now.Today);
        return FulfilmentProgress.Then(state, now,
            [new OrderReceiptConfirmed(order.Id, Presumed: true), .. now.Stop(state, ClockKind.Receipt, "Mottak regnes som bekreftet", order.Id)]);
    }

    private static IEnumerable<SourceOrder> Released(CaseState state) => state.Orders.Where(order => order.State == OrderState.Released);
}
