namespace Kpr.Core.Cases.Notices;

/// <summary>Tells that the notice was sent.</summary>
/// <param name="Channel">How: e-mail, webhook, the page of the applicant.</param>
public sealed record MarkNoticeSent(string Channel) : NoticeCommand
{
    /// <inheritdoc/>
    public override Outcome<NoticeEvent> Decide(Notice notice, DateTimeOffset now) =>
        notice.State is NoticeState.Sent or NoticeState.Acknowledged ? []
        : notice.State == NoticeState.DeadLettered ? WrongState(notice)
        : [new NoticeSent(Channel)];
}
