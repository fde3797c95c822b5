using Kpr.Core.Cases;

namespace Kpr.Core.Invoices.Bills;

/// <summary>Tells that the access point took the document.</summary>
/// <param name="Receipt">Its receipt.</param>
public sealed record MarkBillSent(string Receipt) : BillCommand
{
    /// <inheritdoc/>
    public override Outcome<BillEvent> Decide(Bill bill, DateOnly today) =>
        string.IsNullOrWhiteSpace(Receipt) ? Refusals.TextMissing.For("receipt")
        : bill.State == BillState.Credited ? bill.CreditReceipt is null ? [new BillCreditSent(Receipt)] : []
        : bill.Receipt is not null ? []
        : bill.State != BillState.Issued ? WrongState(bill)
        : [new BillSent(Receipt)];
}
