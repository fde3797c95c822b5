using Kpr.Core.Cases.Notices;

namespace Kpr.Functions.Applications.Notices;

/// <summary>A notice on its way to one address. It holds ids and dates only: where it goes is looked up when it goes.</summary>
/// <param name="Id">Deterministic: the notice's id and the channel.</param>
/// <param name="Case">Id of the case.</param>
/// <param name="Sequence">Place of the event that it is about.</param>
/// <param name="Template">Name of its template.</param>
/// <param name="Recipient">Whom it is for.</param>
/// <param name="Party">The party, as settings name it.</param>
/// <param name="Channel">How it goes.</param>
/// <param name="At">When it was planned.</param>
public sealed record PlannedNotice(
    string Id, string Case, long Sequence, string Template, NoticeRecipient Recipient, string Party, NoticeChannel Channel, DateTimeOffset At)
{
    /// <summary>The last day of the deadline that it is about.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Under which the case is told that it arrived; null where nobody needs to know.</summary>
    public string? Proof { get; init; }

    /// <summary>How far it is.</summary>
    public NoticeState State { get; init; } = NoticeState.Pending;

    /// <summary>How often it was tried.</summary>
    public int Tries { get; init; }

    /// <summary>When it is to be tried again.</summary>
    public DateTimeOffset? NextTry { get; init; }

    /// <summary>Why it was not sent; kinds and numbers only.</summary>
    public string? Reason { get; init; }
}
