namespace Kpr.Core.Pricing;

/// <summary>How recorded minutes become hours to pay for.</summary>
public enum HourCounting
{
    /// <summary>Every hour begun counts whole (påbegynt time): Helsedataservice; R39.</summary>
    StartedHours,

    /// <summary>Quarters of an hour as they are worked; a quarter counts when it is full, so that nobody pays for more than was done (§ 19 g).</summary>
    QuarterHours,
}
