namespace Kpr.Core.Cases.Review;

/// <summary>What the applicant said of an estimate.</summary>
public enum EstimateStatus
{
    /// <summary>Nothing yet.</summary>
    Sent,

    /// <summary>Accepted.</summary>
    Accepted,

    /// <summary>Replaced by a newer one of the same biller.</summary>
    Replaced,
}
