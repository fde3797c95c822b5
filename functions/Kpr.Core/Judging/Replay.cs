namespace Kpr.Core.Judging;

/// <summary>Whether a file has come before (rule F08).</summary>
public enum Replay
{
    /// <summary>Neither these bytes nor this id: to be judged.</summary>
    New,

    /// <summary>The same bytes again: the first receipt is answered unchanged, and nothing is stored.</summary>
    SameAsFirst,

    /// <summary>The id of an earlier file, with other bytes: rejected.</summary>
    OtherContent,
}
