namespace Kpr.Core.Cases.Review;

/// <summary>What a person found at a gate.</summary>
public enum GateVerdict
{
    /// <summary>Fulfilled.</summary>
    Passed,

    /// <summary>Not fulfilled.</summary>
    Failed,

    /// <summary>Does not concern this case.</summary>
    NotApplicable,
}
