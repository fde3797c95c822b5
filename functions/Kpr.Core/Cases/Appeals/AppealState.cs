namespace Kpr.Core.Cases.Appeals;

/// <summary>How far an appeal (klage) is.</summary>
public enum AppealState
{
    /// <summary>Received by the body that decided.</summary>
    Received,

    /// <summary>It will be dealt with.</summary>
    Admissible,

    /// <summary>Too late, or not open to appeal. Terminal.</summary>
    Inadmissible,

    /// <summary>The decider looked again and stood by the decision; it goes to Helseklage.</summary>
    Reconsidered,

    /// <summary>At Helseklage.</summary>
    SentToAppealBody,

    /// <summary>The decision was upheld (stadfestet). Terminal.</summary>
    Upheld,

    /// <summary>The decision was changed, by the decider or by Helseklage. Terminal.</summary>
    Changed,

    /// <summary>The decision was annulled and the case sent back (opphevet). Terminal.</summary>
    Remitted,

    /// <summary>Withdrawn. Terminal.</summary>
    Withdrawn,
}
