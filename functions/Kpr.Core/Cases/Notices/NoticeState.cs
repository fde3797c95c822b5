namespace Kpr.Core.Cases.Notices;

/// <summary>How far a notice (melding) is.</summary>
public enum NoticeState
{
    /// <summary>To be sent.</summary>
    Pending,

    /// <summary>To be tried again.</summary>
    Retry,

    /// <summary>Sent.</summary>
    Sent,

    /// <summary>Known to have arrived. Terminal.</summary>
    Acknowledged,

    /// <summary>Given up; an operator looks at it.</summary>
    DeadLettered,
}
