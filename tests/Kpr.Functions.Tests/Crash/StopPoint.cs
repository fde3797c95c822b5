using Kpr.LocalAzure.Faults;

namespace Kpr.Functions.Tests.Crash;

/// <summary>Where a run is broken off: on one side of one of its I/O calls.</summary>
/// <param name="Call">1-based number of the call.</param>
/// <param name="Phase">The side.</param>
internal sealed record StopPoint(long Call, IoPhase Phase)
{
    public override string ToString() => $"{Phase.ToString().ToLowerInvariant()} call {Call}";
}
