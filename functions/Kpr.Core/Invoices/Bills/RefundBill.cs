using Kpr.Core.Cases;
using Kpr.Core.Pricing;

namespace Kpr.Core.Invoices.Bills;

/// <summary>Tells that money was paid back, for a bill that was credited after it was paid.</summary>
/// <param name="Amount">How much.</param>
/// <param name="On">When.</param>
/// <param name="Reference">The bank's reference.</param>
public sealed record RefundBill(Money Amount, DateOnly On, string Reference) : BillCommand
{
    /// <inheritdoc/>
    public override Outcome<BillEvent> Decide(Bill bill, DateOnly today) =>
        string.IsNullOrWhiteSpace(Reference) ? Refusals.TextMissing.For("reference")
        : bill.Payments.Contains(Reference) ? []
        : bill.State != BillState.Credited ? WrongState(bill)
        : Amount <= Money.Zero || Amount > -bill.Outstanding ? Refusals.BillAmount.For("amount")
        : [new BillRefunded(Amount, On, Reference)];
}
