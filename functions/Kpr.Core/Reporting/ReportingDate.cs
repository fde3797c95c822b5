namespace Kpr.Core.Reporting;

/// <summary>A span of the reporting calendar. Both days are included, in Norwegian time.</summary>
/// <param name="DataYear">The year that is reported.</param>
/// <param name="Feed">Name of the feed.</param>
/// <param name="Kind">What the span is for.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Source">Who set it.</param>
public sealed record ReportingDate(int DataYear, string Feed, ReportingDateKind Kind, DateOnly From, DateOnly To, string Source)
{
    /// <summary>Whether a day lies in the span.</summary>
    public bool Contains(DateOnly day) => day >= From && day <= To;
}
