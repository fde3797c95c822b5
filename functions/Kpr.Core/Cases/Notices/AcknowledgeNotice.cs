namespace Kpr.Core.Cases.Notices;

/// <summary>Tells that the notice arrived.</summary>
public sealed record AcknowledgeNotice : NoticeCommand
{
    /// <inheritdoc/>
    public override Outcome<NoticeEvent> Decide(Notice notice, DateTimeOffset now) =>
        notice.State == NoticeState.Acknowledged ? [] : notice.State == NoticeState.Sent ? [new NoticeAcknowledged()] : WrongState(notice);
}
