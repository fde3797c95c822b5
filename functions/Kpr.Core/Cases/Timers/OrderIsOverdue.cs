using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Orders;

namespace Kpr.Core.Cases.Timers;

/// <summary>A register is past its deadline: it is told once, and the handler with it.</summary>
public sealed class OrderIsOverdue : TimedEffect
{
    /// <inheritdoc/>
    public override DateOnly? DueOn(CaseState state, CasePolicy policy) => Waited(state).Select(order => DayAfter(state.FindClock(ClockKind.OrderDelivery, order.Id))).Min();

    internal override IEnumerable<CaseEvent> Fire(CaseState state, CommandContext now)
    {
        var late = Waited(state).First(order => DayAfter(state.FindClock(ClockKind.OrderDelivery, order.Id)) <= now.Today);
        return [new OrderOverdue(late.Id, state.FindClock(ClockKind.OrderDelivery, late.Id)!.Due!.Value)];
    }

    private static IEnumerable<SourceOrder> Waited(CaseState state) => state.Orders.Where(order => !order.Overdue && !order.State.IsTerminal());
}
