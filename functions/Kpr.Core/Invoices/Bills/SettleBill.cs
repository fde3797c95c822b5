using Kpr.Core.Cases;
using Kpr.Core.Pricing;

namespace Kpr.Core.Invoices.Bills;

/// <summary>Pays another biller its share of a joint bill that was paid; or takes it back when the bill was credited.</summary>
/// <param name="Biller">Code of the other biller.</param>
/// <param name="On">When.</param>
public sealed record SettleBill(string Biller, DateOnly On) : BillCommand
{
    /// <inheritdoc/>
    public override Outcome<BillEvent> Decide(Bill bill, DateOnly today)
    {
        if (bill.State is not (BillState.Paid or BillState.Credited))
        {
            return WrongState(bill);
        }

        if (Biller == bill.Biller || BillTotals.Shares(bill.Lines).FirstOrDefault(share => share.Biller == Biller) is not { } own)
        {
            return Refusals.BillerUnknown.For(Biller);
        }

        var due = (bill.State == BillState.Paid ? own.Amount : Money.Zero) - Money.Sum(bill.Settled.Where(share => share.Biller == Biller).Select(share => share.Amount));
        return due.IsZero ? [] : [new BillSettled(Biller, due, On)];
    }
}
