using Kpr.Core.Cases;

namespace Kpr.Core.Invoices.Bills;

/// <summary>Opens a bill for a case.</summary>
/// <param name="Case">Id of the case.</param>
/// <param name="Biller">Code of the biller who issues it.</param>
/// <param name="Buyer">Who pays.</param>
public sealed record OpenBill(string Case, string Biller, InvoiceBuyer Buyer) : BillCommand
{
    /// <inheritdoc/>
    public override Outcome<BillEvent> Decide(Bill bill, DateOnly today) =>
        bill.Case.Length > 0 ? (bill.Case, bill.Biller) == (Case, Biller) ? [] : WrongState(bill)
        : Buyer.Faults is { Count: > 0 } faults ? Refusals.BuyerUnknown.For(faults)
        : [new BillOpened(Case, Biller, Buyer)];
}
