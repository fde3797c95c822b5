using Kpr.Core.Cases;
using Kpr.Core.Cases.Intake;
using Kpr.Core.Cases.Notices;
using Kpr.Core.Cases.Review;

namespace Kpr.Core.Tests.Cases;

public sealed class NoticeTests
{
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
}
