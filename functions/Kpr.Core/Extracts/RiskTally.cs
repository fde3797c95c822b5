namespace Kpr.Core.Extracts;

/// <summary>Counts, while a table is merged, how many persons share each combination of what finds them.</summary>
/// <param name="table">The table.</param>
/// <param name="limits">The limits; null for those of <see cref="RiskLimits"/>.</param>
public sealed class RiskTally(ExtractTable table, RiskLimits? limits = null)
{
    /// <summary>What was counted.</summary>
    public RiskFigures Finish() => throw new NotSupportedException($"{table}{limits}");
}
