namespace Kpr.Functions.Applications;

/// <summary>How long applications have waited.</summary>
/// <param name="At">When it was counted (UTC).</param>
/// <param name="Kinds">By what was applied for, and whether registers were linked.</param>
/// <param name="Sources">By register.</param>
public sealed record ForecastView(DateTimeOffset At, IReadOnlyList<ForecastView.Group> Kinds, IReadOnlyList<ForecastView.Group> Sources)
{
    /// <summary>Cases of a group. The percentiles are working days, not more than which that share waited.</summary>
    /// <param name="Name">Name of the group.</param>
    /// <param name="Cases">How many cases; five at least.</param>
    /// <param name="P25">A quarter.</param>
    /// <param name="P50">Half.</param>
    /// <param name="P75">Three quarters.</param>
    /// <param name="P90">Nine of ten.</param>
    public sealed record Group(string Name, int Cases, int P25, int P50, int P75, int P90);
}
