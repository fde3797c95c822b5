namespace Kpr.Core.Cases.Bills;

/// <summary>Tells that the access point took the bill.</summary>
/// <param name="Receipt">Its receipt.</param>
public sealed record MarkBillSent(string Receipt) : BillCommand
{
    /// <inheritdoc/>
    public override Outcome<BillEvent> Decide(Bill bill, DateOnly today) =>
        bill.State == BillState.Sent ? [] : bill.State != BillState.Issued ? WrongState(bill)
        : string.IsNullOrWhiteSpace(Receipt) ? Refusals.TextMissing.For("receipt")
        : [new BillSent(Receipt)];
}
