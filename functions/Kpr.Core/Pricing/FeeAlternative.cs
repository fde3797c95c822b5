namespace Kpr.Core.Pricing;

/// <summary>What another reading of "which list applies" gives.</summary>
/// <param name="Applies">The reading.</param>
/// <param name="Fee">Its fee.</param>
public sealed record FeeAlternative(ListApplies Applies, Fee Fee);
