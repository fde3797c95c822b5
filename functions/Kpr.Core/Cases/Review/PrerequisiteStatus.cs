namespace Kpr.Core.Cases.Review;

/// <summary>How far a prerequisite is.</summary>
public enum PrerequisiteStatus
{
    /// <summary>Not answered.</summary>
    Open,

    /// <summary>Given, approved, accepted.</summary>
    Granted,

    /// <summary>Refused.</summary>
    Refused,

    /// <summary>Lapsed without an answer.</summary>
    Lapsed,

    /// <summary>No longer needed.</summary>
    Closed,
}
