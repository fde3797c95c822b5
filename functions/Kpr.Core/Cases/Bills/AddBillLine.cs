namespace Kpr.Core.Cases.Bills;

/// <summary>Adds a line; a basis is billed once.</summary>
/// <param name="Line">The line.</param>
public sealed record AddBillLine(BillLine Line) : BillCommand
{
    /// <inheritdoc/>
    public override Outcome<BillEvent> Decide(Bill bill, DateOnly today) =>
        bill.State != BillState.Accruing ? WrongState(bill)
        : bill.Lines.Any(line => line == Line) ? []
        : Line.NetOre < 0 || Line.VatOre < 0 ? Refusals.BillAmount.For(Line.Basis)
        : [new BillLineAdded(Line)];
}
