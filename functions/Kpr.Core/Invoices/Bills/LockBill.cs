using Kpr.Core.Cases;

namespace Kpr.Core.Invoices.Bills;

/// <summary>Says that the work is finished. A bill of nothing is never issued.</summary>
public sealed record LockBill : BillCommand
{
    /// <inheritdoc/>
    public override Outcome<BillEvent> Decide(Bill bill, DateOnly today) =>
        bill.State == BillState.Locked ? []
        : bill.State != BillState.Accruing ? WrongState(bill)
        : bill.Totals.Total.Ore <= 0 ? Refusals.BillNothing
        : [new BillLocked(today)];
}
