using Kpr.Core.Cases;
using Kpr.Core.Pricing;

namespace Kpr.Core.Invoices.Bills;

/// <summary>Tells that money came.</summary>
/// <param name="Amount">How much.</param>
/// <param name="On">When.</param>
/// <param name="Reference">The bank's reference: the same payment told of twice counts once.</param>
public sealed record PayBill(Money Amount, DateOnly On, string Reference) : BillCommand
{
    /// <inheritdoc/>
    public override Outcome<BillEvent> Decide(Bill bill, DateOnly today) =>
        string.IsNullOrWhiteSpace(Reference) ? Refusals.TextMissing.For("reference")
        : bill.Payments.Contains(Reference) ? []
        : bill.State is not (BillState.Sent or BillState.Reminded or BillState.Collection) ? WrongState(bill)
        : On > today ? Refusals.DateInFuture.For("on")
        : Amount <= Money.Zero || Amount > bill.Outstanding ? Refusals.BillAmount.For("amount")
        : [new BillPaid(Amount, On, Reference)];
}
