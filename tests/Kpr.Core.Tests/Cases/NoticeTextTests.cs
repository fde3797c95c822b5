using Kpr.Core.Cases;
using Kpr.Core.Cases.Intake;
using Kpr.Core.Cases.Notices;
using Kpr.Core.Cases.Review;

namespace Kpr.Core.Tests.Cases;

public sealed class NoticeTextTests
{
    private static readonly Uri Link = new("https://kpr.example/saker/2026-0001");

    [Fact]
    public void Bokmål_and_English_have_the_same_templates()
    {
        Assert.Equal(["en", "nb"], NoticeTemplates.Languages);
        Assert.Equal(NoticeTemplates.Of("nb"), NoticeTemplates.Of("en"));
        Assert.Contains("default", NoticeTemplates.Of("nb"));
    }

    [Fact]
    public void Every_notice_that_can_be_planned_has_a_subject_with_its_case_and_a_link_in_both_languages()
    {
        foreach (var language in NoticeTemplates.Languages)
        {
            foreach (var kind in EventCatalogue.All)
            {
                foreach (var due in new DateOnly?[] { null, new DateOnly(2026, 9, 18) })
                {
                    var text = NoticeTemplates.Write(language, new NoticeFacts("2026-0001", kind.Name, NoticeRecipient.Applicant, due, Link));
                    Assert.Contains("2026-0001", text.Subject, StringComparison.Ordinal);
                    Assert.Contains(Link.AbsoluteUri, text.Body, StringComparison.Ordinal);
                    Assert.DoesNotContain('{', text.Subject + text.Body);
                }
            }
        }
    }

    [Fact]
    public void A_line_that_asks_for_what_is_not_there_is_left_out()
    {
        var with = NoticeTemplates.Write("nb", new NoticeFacts("S", "deficiencies-sent", NoticeRecipient.Applicant, new DateOnly(2026, 9, 18), Link));
        var without = NoticeTemplates.Write("nb", new NoticeFacts("S", "deficiencies-sent", NoticeRecipient.Applicant, null, Link));

        Assert.Contains("Svar innen 18.09.2026.", with.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Svar innen", without.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_for_one_recipient_goes_before_that_of_the_event_and_the_general_one_comes_last()
    {
        Assert.Contains("vi har mottatt", NoticeTemplates.Write("nb", new NoticeFacts("S", "submitted", NoticeRecipient.Applicant, null, Link)).Subject, StringComparison.Ordinal);
        Assert.Equal("Sak S: Søknaden ble sendt inn", NoticeTemplates.Write("nb", new NoticeFacts("S", "submitted", NoticeRecipient.Coordinator, null, Link)).Subject);
        Assert.Equal("Case S: Application submitted", NoticeTemplates.Write("en", new NoticeFacts("S", "submitted", NoticeRecipient.Coordinator, null, Link)).Subject);
    }

    [Fact]
    public void A_language_without_texts_is_written_in_bokmål() =>
        Assert.Equal("Sak S: vedtak er fattet", NoticeTemplates.Write("nn", new NoticeFacts("S", "decided", NoticeRecipient.Applicant, null, Link)).Subject);

    [Fact]
    public void A_digest_names_every_case_once_each()
    {
        var text = NoticeTemplates.WriteDigest("en", [new("S1", "decided", NoticeRecipient.Applicant, null, Link), new("S2", "order-placed", NoticeRecipient.Register, null, Link)]);

        Assert.Equal("2 events in your cases", text.Subject);
        Assert.Contains("- S1: Decision made", text.Body, StringComparison.Ordinal);
        Assert.Contains("- S2: Order placed", text.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void The_deadline_is_that_of_what_the_notice_is_about()
    {
        var play = new TestCase().Intake();
        play.Do(Actors.Handler, new AskApplicant([new DeficiencyItem("legal.rek", "Send vedtaket.")]));

        Assert.Equal(new DateOnly(2026, 9, 15), NoticeDeadlines.Of(play.State, "deficiencies-sent"));
        Assert.Null(NoticeDeadlines.Of(play.State, "applicant-reminded"));
        Assert.Null(NoticeDeadlines.Of(play.State, "withdrawn"));
        var late = new TestCase().Ordered("kpr", "npr");
        Assert.NotNull(NoticeDeadlines.Of(late.State, "order-placed", "npr"));
        Assert.Null(NoticeDeadlines.Of(late.State, "order-placed", "kreft"));
    }
}
