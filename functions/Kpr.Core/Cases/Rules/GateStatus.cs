namespace Kpr.Core.Cases.Rules;

/// <summary>Whether a gate is passed.</summary>
public enum GateStatus
{
    /// <summary>Fulfilled.</summary>
    Passed,

    /// <summary>Not fulfilled.</summary>
    Failed,

    /// <summary>Somebody must judge.</summary>
    Unjudged,

    /// <summary>Does not concern this case.</summary>
    NotApplicable,
}
