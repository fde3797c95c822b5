namespace Kpr.Core.Cases.Notices;

/// <summary>An operator wants a notice that was given up tried again.</summary>
public sealed record RequeueNotice : NoticeCommand
{
    /// <inheritdoc/>
    public override Outcome<NoticeEvent> Decide(Notice notice, DateTimeOffset now) =>
        notice.State == NoticeState.DeadLettered ? [new NoticeRequeued()] : WrongState(notice);
}
