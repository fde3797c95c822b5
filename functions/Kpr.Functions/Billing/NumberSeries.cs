using Azure;

namespace Kpr.Functions.Billing;

/// <summary>A biller's number series as it was read.</summary>
/// <param name="Next">The number that nobody has.</param>
/// <param name="ETag">The row's; null when no number was taken yet.</param>
public sealed record NumberSeries(long Next, ETag? ETag);
