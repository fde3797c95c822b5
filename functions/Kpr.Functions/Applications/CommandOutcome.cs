namespace Kpr.Functions.Applications;

/// <summary>How a command ended.</summary>
public enum CommandOutcome
{
    /// <summary>Carried out.</summary>
    Done,

    /// <summary>There was nothing to do.</summary>
    Nothing,

    /// <summary>Carried out before, under the same key: the same answer.</summary>
    Repeated,

    /// <summary>Refused by a rule.</summary>
    Refused,

    /// <summary>The case is no longer as the sender knew it.</summary>
    Outdated,

    /// <summary>The key was used for something else.</summary>
    KeyInUse,
}
