namespace Kpr.Core.Statistics.Solving;

/// <summary>How a linear program ended.</summary>
internal enum SimplexOutcome
{
    /// <summary>No better point.</summary>
    Optimal,

    /// <summary>No point at all within the bounds.</summary>
    Infeasible,

    /// <summary>The limit of steps was met first; the point is within the bounds if it was so before.</summary>
    OutOfSteps,
}
