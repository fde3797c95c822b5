namespace Kpr.Functions.Preparation;

/// <summary>How much there is to do.</summary>
/// <param name="Units">Units to count; none when the order is refused.</param>
/// <param name="Buckets">Buckets to join.</param>
public sealed record TableShare(int Units, int Buckets);
