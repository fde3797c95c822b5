namespace Kpr.Core.Cases.Bills;

/// <summary>Says that the work is finished. A bill of nothing is never issued.</summary>
public sealed record LockBill : BillCommand
{
    /// <inheritdoc/>
    public override Outcome<BillEvent> Decide(Bill bill, DateOnly today) =>
        bill.State != BillState.Accruing ? WrongState(bill) : bill.TotalOre == 0 ? Refusals.BillNothing : [new BillLocked()];
}
