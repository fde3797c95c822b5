namespace Kpr.Functions.Applications;

/// <summary>What is to be done outside of the case's own rows after a command.</summary>
public enum OutboxKind
{
    /// <summary>The case's places in work lists changed.</summary>
    Lists,

    /// <summary>Whoever waits for the case is told that something happened, not what.</summary>
    Nudge,

    /// <summary>Notices are to be sent.</summary>
    Notices,

    /// <summary>Attachments are to be scanned.</summary>
    Scan,
}
