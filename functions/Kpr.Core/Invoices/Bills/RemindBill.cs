using Kpr.Core.Calendar;
using Kpr.Core.Cases;
using Kpr.Core.Pricing;

namespace Kpr.Core.Invoices.Bills;

/// <summary>Reminds the buyer: 14 days after the due date at the earliest, with at least 14 days to pay (R47). Fee and interest are those of the day's rates.</summary>
/// <param name="Charge">What is charged for the reminder.</param>
public sealed record RemindBill(LateCharge Charge = LateCharge.ReminderFee) : BillCommand
{
    /// <summary>Days from the due date to the first reminder, and from the reminder to collection.</summary>
    public const int Days = 14;

    /// <inheritdoc/>
    public override Outcome<BillEvent> Decide(Bill bill, DateOnly today) =>
        bill.State != BillState.Sent ? WrongState(bill)
        : today < bill.DueOn!.Value.AddDays(Days) ? Refusals.ReminderTooEarly
        : [Reminded(bill, today)];

    private BillReminded Reminded(Bill bill, DateOnly today)
    {
        var rates = LateRates.Known.On(today);
        var fee = Charge switch
        {
            LateCharge.ReminderFee => rates?.ReminderFee ?? Money.Zero,
            LateCharge.StandardCompensation => rates?.Compensation ?? Money.Zero,
            _ => Money.Zero,
        };
        return new BillReminded(today, fee, LateRates.Known.Interest(bill.Outstanding, bill.DueOn!.Value, today), WorkingCalendar.RollForward(today.AddDays(Days)));
    }
}
