namespace Kpr.Core.Cases.Bills;

/// <summary>Takes the bill back by a credit note that refers to it: bokføringsforskriften § 5-2-7; R44. What is right is billed anew.</summary>
/// <param name="CreditNote">Number of the credit note.</param>
/// <param name="Reason">Why.</param>
public sealed record CreditBill(long CreditNote, string Reason) : BillCommand
{
    /// <inheritdoc/>
    public override Outcome<BillEvent> Decide(Bill bill, DateOnly today) =>
        bill.State is BillState.Accruing or BillState.Locked or BillState.Credited ? WrongState(bill)
        : string.IsNullOrWhiteSpace(Reason) ? Refusals.TextMissing.For("reason")
        : [new BillCredited(CreditNote, Reason, today)];
}
