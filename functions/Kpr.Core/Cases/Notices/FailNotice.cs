namespace Kpr.Core.Cases.Notices;

/// <summary>Tells that sending failed: tried again after a minute, two, four and so on up to twelve hours, and given up after twelve tries.</summary>
/// <param name="Reason">What went wrong.</param>
/// <param name="Permanent">Whether trying again is no use.</param>
public sealed record FailNotice(string Reason, bool Permanent = false) : NoticeCommand
{
    /// <summary>How often a notice is tried.</summary>
    public const int Tries = 12;

    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <inheritdoc/>
    public override Outcome<NoticeEvent> Decide(Notice notice, DateTimeOffset now)
    {
        if (notice.State is not (NoticeState.Pending or NoticeState.Retry))
        {
            return WrongState(notice);
        }

        var wait = TimeSpan.FromMinutes(Math.Pow(2, notice.Tries));
        return Permanent || notice.Tries + 1 >= Tries
            ? [new NoticeDeadLettered(Reason)]
            : [new NoticeFailed(Reason, now + (wait < Longest ? wait : Longest))];
    }
}
