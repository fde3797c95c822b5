using Kpr.Core.Cases;

namespace Kpr.Core.Invoices.Bills;

/// <summary>A public buyer got a valid e-invoice only now: the due date counts from there (R45).</summary>
/// <param name="DueOn">The new due date.</param>
public sealed record RedateBill(DateOnly DueOn) : BillCommand
{
    /// <inheritdoc/>
    public override Outcome<BillEvent> Decide(Bill bill, DateOnly today) =>
        bill.State is not (BillState.Sent or BillState.Reminded) ? WrongState(bill)
        : DueOn < bill.DueOn ? Refusals.DateNotAhead.For("dueOn")
        : DueOn == bill.DueOn ? []
        : [new BillRedated(DueOn)];
}
