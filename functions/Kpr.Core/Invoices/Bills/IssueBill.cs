using Kpr.Core.Cases;

namespace Kpr.Core.Invoices.Bills;

/// <summary>Issues the bill with the next number of the biller's series. The store allocates the number in the same transaction; numbers are never used again.</summary>
/// <param name="Number">The number.</param>
/// <param name="DueOn">When it is due.</param>
/// <param name="Kid">Customer identification for the payment.</param>
public sealed record IssueBill(long Number, DateOnly DueOn, string Kid) : BillCommand
{
    /// <inheritdoc/>
    public override Outcome<BillEvent> Decide(Bill bill, DateOnly today) =>
        bill.State != BillState.Locked ? bill.State == BillState.Accruing || bill.Number != Number ? WrongState(bill) : []
        : Number < 1 ? Refusals.BillAmount.For("number")
        : !Invoices.Kid.IsValid(Kid) ? Refusals.BillAmount.For("kid")
        : DueOn <= today ? Refusals.DateNotAhead.For("dueOn")
        : [new BillIssued(Number, today, DueOn, Kid, bill.Totals.Total)];
}
