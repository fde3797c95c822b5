using Kpr.Core.Cases;

namespace Kpr.Core.Invoices.Bills;

/// <summary>Gives the bill to collection (inkasso), when the time given in the reminder is over.</summary>
public sealed record CollectBill : BillCommand
{
    /// <inheritdoc/>
    public override Outcome<BillEvent> Decide(Bill bill, DateOnly today) =>
        bill.State == BillState.Collection ? []
        : bill.State != BillState.Reminded ? WrongState(bill)
        : today <= bill.ReminderDueOn ? Refusals.CollectionTooEarly
        : [new BillCollected(today)];
}
