namespace Kpr.Core.Cases.Review;

/// <summary>How far a deficiency is.</summary>
public enum DeficiencyStatus
{
    /// <summary>The applicant has not answered.</summary>
    Open,

    /// <summary>Answered; nobody has said that the answer will do.</summary>
    Answered,

    /// <summary>Settled.</summary>
    Resolved,
}
