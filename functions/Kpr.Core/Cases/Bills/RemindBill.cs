namespace Kpr.Core.Cases.Bills;

/// <summary>Reminds the buyer: 14 days after the due date at the earliest (R47).</summary>
public sealed record RemindBill : BillCommand
{
    /// <inheritdoc/>
    public override Outcome<BillEvent> Decide(Bill bill, DateOnly today) =>
        bill.State != BillState.Sent ? WrongState(bill) : today < bill.DueOn!.Value.AddDays(14) ? Refusals.ReminderTooEarly : [new BillReminded(today)];
}
