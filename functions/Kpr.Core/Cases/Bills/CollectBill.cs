namespace Kpr.Core.Cases.Bills;

/// <summary>Gives the bill to collection, after the reminder.</summary>
public sealed record CollectBill : BillCommand
{
    /// <inheritdoc/>
    public override Outcome<BillEvent> Decide(Bill bill, DateOnly today) => bill.State != BillState.Reminded ? WrongState(bill) : [new BillCollected(today)];
}
