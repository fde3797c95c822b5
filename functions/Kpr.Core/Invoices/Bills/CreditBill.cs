using Kpr.Core.Cases;

namespace Kpr.Core.Invoices.Bills;

/// <summary>Takes the whole bill back by a credit note that refers to it: bokføringsforskriften § 5-2-7; R44. What is right is billed anew. What was issued is sent first: the buyer gets both documents, in order.</summary>
/// <param name="CreditNote">Number of the credit note, in the same series.</param>
/// <param name="Reason">Why: for the ledger, never on the document.</param>
public sealed record CreditBill(long CreditNote, string Reason) : BillCommand
{
    /// <inheritdoc/>
    public override Outcome<BillEvent> Decide(Bill bill, DateOnly today) =>
        bill.State is BillState.Accruing or BillState.Locked or BillState.Issued or BillState.Credited ? WrongState(bill)
        : string.IsNullOrWhiteSpace(Reason) ? Refusals.TextMissing.For("reason")
        : CreditNote <= bill.Number ? Refusals.BillAmount.For("creditNote")
        : [new BillCredited(CreditNote, Reason, today)];
}
