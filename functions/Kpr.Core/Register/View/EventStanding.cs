namespace Kpr.Core.Register.View;

/// <summary>How a stored notification stands in the current view.</summary>
public enum EventStanding
{
    /// <summary>It counts.</summary>
    Counts,

    /// <summary>Another took its place: a later correction, or the notification it is about is annulled or replaced by another.</summary>
    Replaced,

    /// <summary>It is annulled, or it is the annulment itself.</summary>
    Annulled,

    /// <summary>It waits: for the notification that it is about, which it then replaces or annuls (E05), or for the service's start (E08).</summary>
    Waiting,

    /// <summary>It has waited for the service's start for longer than thirty days. It counts if the start comes all the same.</summary>
    WithoutStart,

    /// <summary>It is about a notification that is not new, and is passed over (E05).</summary>
    Void,
}
