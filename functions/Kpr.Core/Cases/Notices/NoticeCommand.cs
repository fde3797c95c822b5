namespace Kpr.Core.Cases.Notices;

/// <summary>Something that the outbox, or an operator, wants done with a notice.</summary>
public abstract record NoticeCommand
{
    /// <summary>Decides.</summary>
    public abstract Outcome<NoticeEvent> Decide(Notice notice, DateTimeOffset now);

    /// <summary>The refusal of a notice that stands elsewhere.</summary>
    protected static Refusal WrongState(Notice notice) => Refusals.NoticeState.For(notice.State.ToString());
}
