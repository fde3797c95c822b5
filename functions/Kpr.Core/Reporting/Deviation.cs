namespace Kpr.Core.Reporting;

/// <summary>A figure beside that of the same period the year before.</summary>
/// <param name="Feed">Name of the feed.</param>
/// <param name="Period">Year or month.</param>
/// <param name="Service">Service or type of service, or <see cref="Figure.All"/>.</param>
/// <param name="Count">The figure.</param>
/// <param name="Before">The figure of the year before; null when nothing was delivered then, or no other municipality can be compared with.</param>
public sealed record Deviation(string Feed, string Period, string Service, long Count, long? Before)
{
    /// <summary>Change in percent of the year before; null when there is nothing to compare with.</summary>
    public double? Percent => Before is { } before and > 0 ? Math.Round((Count - before) * 100.0 / before, 1) : null;

    /// <summary>Whether the change is beyond what the rules let pass (F27, K35); false where there is no such rule, or nothing to compare with.</summary>
    public bool IsBeyondLimit => Before is > 0 and { } before && DeviationLimit.Of(Feed, Service) is { } limit
        && (before < limit.Few ? limit.PercentOfFew : limit.Percent) is { } percent && Math.Abs(Count - before) * 100.0 > percent * before;
}
