namespace Kpr.Core.Cases.Bills;

/// <summary>Tells that money came.</summary>
/// <param name="Ore">How much.</param>
/// <param name="On">When.</param>
public sealed record PayBill(long Ore, DateOnly On) : BillCommand
{
    /// <inheritdoc/>
    public override Outcome<BillEvent> Decide(Bill bill, DateOnly today) =>
        bill.State is not (BillState.Sent or BillState.Reminded or BillState.Collection) ? WrongState(bill)
        : Ore <= 0 || Ore > bill.TotalOre - bill.PaidOre ? Refusals.BillAmount.For("ore")
        : [new BillPaid(Ore, On)];
}
