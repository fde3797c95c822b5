using Kpr.Core.Cases;
using Kpr.Core.Cases.Bills;
using Kpr.Core.Cases.Intake;
using Kpr.Core.Cases.Notices;
using Kpr.Core.Cases.Review;

namespace Kpr.Core.Tests.Cases;

public sealed class BillAndNoticeTests
{
    private static readonly DateOnly Day = new(2026, 9, 1);
    private static readonly BillLine Line = new("B1", "Saksbehandling", 1_000_00, 250_00, "hds-2023");

    private readonly List<Recorded<BillEvent>> _bill = [];

    [Fact]
    public void A_bill_goes_from_lines_to_paid_in_parts()
    {
        Do(new AddBillLine(Line)).Do(new AddBillLine(Line)).Do(new LockBill()).Do(new IssueBill(17, Day.AddDays(30))).Do(new MarkBillSent("as4-1")).Do(new PayBill(50_000, Day));
        Assert.True(Bill is { State: BillState.Sent, TotalOre: 125_000, Number: 17 });
        Assert.Equal(Refusals.BillAmount.Number, Decide(new PayBill(75_001, Day), Day)!.Number);
        Do(new PayBill(75_000, Day));

        Assert.Equal(BillState.Paid, Bill.State);
        Assert.Equal(6, _bill.Count);
    }

    [Fact]
    public void A_bill_of_nothing_is_never_issued_and_a_number_is_given_once()
    {
        Assert.Equal(Refusals.BillNothing, Decide(new LockBill(), Day));
        Do(new AddBillLine(Line)).Do(new LockBill()).Do(new IssueBill(17, Day.AddDays(30))).Do(new IssueBill(17, Day.AddDays(30)));
        Assert.Equal(801, Decide(new IssueBill(18, Day.AddDays(30)), Day)!.Number);
        Assert.Equal(801, Decide(new AddBillLine(Line with { Basis = "B2" }), Day)!.Number);
    }

    [Fact]
    public void A_reminder_waits_fourteen_days_after_the_due_date_also_when_that_was_moved()
    {
        Do(new AddBillLine(Line)).Do(new LockBill()).Do(new IssueBill(17, Day.AddDays(30))).Do(new MarkBillSent("as4-1")).Do(new RedateBill(Day.AddDays(40)));
        Assert.Equal(Refusals.ReminderTooEarly, Decide(new RemindBill(), Day.AddDays(53)));
        Do(new RemindBill(), Day.AddDays(54)).Do(new CollectBill(), Day.AddDays(80));

        Assert.Equal(BillState.Collection, Bill.State);
    }

    [Fact]
    public void A_wrong_bill_is_credited_and_never_changed()
    {
        Do(new AddBillLine(Line)).Do(new LockBill());
        Assert.Equal(801, Decide(new CreditBill(1, "Feil."), Day)!.Number);
        Do(new IssueBill(17, Day.AddDays(30))).Do(new CreditBill(18, "Feil mottaker."));

        Assert.True(Bill is { State: BillState.Credited, CreditNote: 18, Number: 17 });
        Assert.Equal(801, Decide(new CreditBill(19, "Igjen."), Day)!.Number);
    }

    [Fact]
    public void A_notice_is_tried_with_longer_and_longer_waits_then_given_up_and_may_be_queued_again()
    {
        var now = new DateTimeOffset(2026, 9, 1, 10, 0, 0, TimeSpan.Zero);
        var events = new List<Recorded<NoticeEvent>>();
        var waits = new List<double>();
        while (Notice.Fold("n", events) is { State: not NoticeState.DeadLettered } notice)
        {
            events.AddRange(new FailNotice("opptatt").Decide(notice, now).Select(next => new Recorded<NoticeEvent>(events.Count + 1, now, Actors.System, next)));
            if (Notice.Fold("n", events).NextTry is { } next)
            {
                waits.Add((next - now).TotalMinutes);
            }
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 720], waits);
        Assert.True(new MarkNoticeSent("mail").Decide(Notice.Fold("n", events), now).IsRefused);
        events.Add(new Recorded<NoticeEvent>(events.Count + 1, now, Actors.System, Assert.Single(new RequeueNotice().Decide(Notice.Fold("n", events), now))));
        events.Add(new Recorded<NoticeEvent>(events.Count + 1, now, Actors.System, Assert.Single(new MarkNoticeSent("mail").Decide(Notice.Fold("n", events), now))));
        Assert.Empty(new MarkNoticeSent("mail").Decide(Notice.Fold("n", events), now));
        events.Add(new Recorded<NoticeEvent>(events.Count + 1, now, Actors.System, Assert.Single(new AcknowledgeNotice().Decide(Notice.Fold("n", events), now))));
        Assert.Equal(NoticeState.Acknowledged, Notice.Fold("n", events).State);
    }

    [Fact]
    public void An_event_tells_those_it_concerns_with_ids_that_never_change()
    {
        var play = new TestCase().Intake().Do(Actors.Handler, new AskApplicant([new DeficiencyItem("legal.rek", "Send vedtaket.")]));
        var sent = play.Events.Single(recorded => recorded.Event is DeficienciesSent);

        var notice = Assert.Single(NoticePlan.For(play.State, sent));
        Assert.Equal(new NoticeRequest($"2026-0001/{sent.Sequence}/Applicant/-", "deficiencies-sent", NoticeRecipient.Applicant, null, "deficiencies/1"), notice);
        Assert.Equal(notice, Assert.Single(NoticePlan.For(play.State, sent)));
    }

    private Bill Bill => Core.Cases.Bills.Bill.Fold("b", _bill);

    private BillAndNoticeTests Do(BillCommand command, DateOnly? day = null)
    {
        Assert.Null(Decide(command, day ?? Day));
        return this;
    }

    private Refusal? Decide(BillCommand command, DateOnly day)
    {
        var outcome = command.Decide(Bill, day);
        foreach (var next in outcome.Events)
        {
            _bill.Add(new Recorded<BillEvent>(_bill.Count + 1, new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), Actors.Finance, next));
        }

        return outcome.Refusal;
    }
}
