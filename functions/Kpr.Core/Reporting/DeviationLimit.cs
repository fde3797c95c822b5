namespace Kpr.Core.Reporting;

/// <summary>How much a figure may differ from that of the year before.</summary>
/// <param name="Percent">Most percent up or down.</param>
/// <param name="PercentOfFew">The same where there were few; null where few may change as they like.</param>
/// <param name="Few">Below this number there were few.</param>
public sealed record DeviationLimit(double Percent, double? PercentOfFew, long Few)
{
    /// <summary>Users of a municipality in the annual report (rule F27): 20 percent, 50 below 100 users.</summary>
    public static DeviationLimit Users { get; } = new(20, 50, 100);

    /// <summary>Claims of a service in a month of the monthly delivery (rule K35): 25 percent, from 100 claims on.</summary>
    public static DeviationLimit Claims { get; } = new(25, null, 100);

    /// <summary>The limit for figures of a feed; null where no rule sets one.</summary>
    /// <param name="feed">Name of the feed.</param>
    /// <param name="service">The service of the figure: F27 judges users as a whole, K35 each service.</param>
    public static DeviationLimit? Of(string feed, string service) => (feed, service) switch
    {
        ("care-report", Figure.All) => Users,
        ("kuhr-delivery", _) => Claims,
        _ => null,
    };
}
