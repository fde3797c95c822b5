namespace Kpr.Core.Cases.Notices;

/// <summary>Something that happened to a notice.</summary>
public abstract record NoticeEvent
{
    internal abstract Notice Apply(Notice notice);
}

/// <summary>The notice was sent.</summary>
[Event("notice-sent", "Melding sendt", "Notice sent")]
public sealed record NoticeSent(string Channel) : NoticeEvent
{
    internal override Notice Apply(Notice notice) => notice with { State = NoticeState.Sent, Tries = notice.Tries + 1, NextTry = null };
}

/// <summary>The notice is known to have arrived.</summary>
[Event("notice-acknowledged", "Melding kom fram", "Notice arrived")]
public sealed record NoticeAcknowledged : NoticeEvent
{
    internal override Notice Apply(Notice notice) => notice with { State = NoticeState.Acknowledged };
}

/// <summary>Sending failed; it will be tried again.</summary>
[Event("notice-failed", "Melding kunne ikke sendes", "Sending failed")]
public sealed record NoticeFailed(string Reason, DateTimeOffset NextTry) : NoticeEvent
{
    internal override Notice Apply(Notice notice) => notice with { State = NoticeState.Retry, Tries = notice.Tries + 1, NextTry = NextTry };
}

/// <summary>Sending was given up.</summary>
[Event("notice-dead-lettered", "Melding ble gitt opp", "Notice given up")]
public sealed record NoticeDeadLettered(string Reason) : NoticeEvent
{
    internal override Notice Apply(Notice notice) => notice with { State = NoticeState.DeadLettered, Tries = notice.Tries + 1, NextTry = null };
}

/// <summary>An operator wants it tried again.</summary>
[Event("notice-requeued", "Melding lagt i kø på nytt", "Notice queued again")]
public sealed record NoticeRequeued : NoticeEvent
{
    internal override Notice Apply(Notice notice) => notice with { State = NoticeState.Pending, Tries = 0 };
}
