namespace Kpr.Core.Cases.Bills;

/// <summary>Issues the bill with the next number of the biller's series. The store allocates the number in the same transaction; numbers are never used again.</summary>
/// <param name="Number">The number.</param>
/// <param name="DueOn">When it is due.</param>
public sealed record IssueBill(long Number, DateOnly DueOn) : BillCommand
{
    /// <inheritdoc/>
    public override Outcome<BillEvent> Decide(Bill bill, DateOnly today) =>
        bill.State == BillState.Issued && bill.Number == Number ? []
        : bill.State != BillState.Locked ? WrongState(bill)
        : Number < 1 ? Refusals.BillAmount.For("number")
        : DueOn <= today ? Refusals.DateNotAhead.For("dueOn")
        : [new BillIssued(Number, today, DueOn)];
}
