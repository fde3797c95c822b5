namespace Kpr.Core.Cases.Notices;

/// <summary>A notice in the outbox: a stream of its own. Sending is at least once; its id makes a repetition harmless to the receiver.</summary>
/// <param name="Id">Its deterministic id.</param>
/// <param name="Version">How many events it was folded from.</param>
/// <param name="State">How far it is.</param>
/// <param name="Tries">How often it was tried.</param>
/// <param name="NextTry">When it is to be tried again (UTC); null where it is not.</param>
public sealed record Notice(string Id, long Version, NoticeState State, int Tries = 0, DateTimeOffset? NextTry = null)
{
    /// <summary>A notice to be sent.</summary>
    public static Notice New(string id) => new(id, 0, NoticeState.Pending);

    /// <summary>Folds a stream.</summary>
    public static Notice Fold(string id, IEnumerable<Recorded<NoticeEvent>> events)
    {
        var notice = New(id);
        foreach (var recorded in events)
        {
            notice = recorded.Sequence == notice.Version + 1
                ? recorded.Event.Apply(notice) with { Version = recorded.Sequence }
                : throw new InvalidOperationException($"Notice {id}: event {recorded.Sequence} stands where {notice.Version + 1} should.");
        }

        return notice;
    }
}
