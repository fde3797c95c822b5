namespace Kpr.Functions.Preparation.Extracts;

/// <summary>How the making of an extract ended.</summary>
public enum PackOutcome
{
    /// <summary>It is given up: refused, discarded or withdrawn; the state says why.</summary>
    Ended,

    /// <summary>It waits for release.</summary>
    Prepared,

    /// <summary>Somebody in it must not be in it any more: it is made anew.</summary>
    Outdated,
}
