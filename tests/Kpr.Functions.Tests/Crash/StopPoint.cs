using Kpr.LocalAzure.Faults;

namespace Kpr.Functions.Tests.Crash;

/// <summary>Where a run is broken off: on one side of one of its I/O calls.</summary>
/// <param name="Call">1-based number of the call.</param>
/// <param name="Phase">The side.</param>
internal sealed record StopPoint(long Call, IoPhase Phase)
{
    /// <summary>All places where a run of so many calls can be broken off.</summary>
    public static IReadOnlyList<StopPoint> AllOf(long calls) =>
        [.. Enumerable.Range(1, (int)calls).SelectMany(call => (StopPoint[])[new StopPoint(call, IoPhase.Before), new StopPoint(call, IoPhase.After)])];

    /// <summary>A seeded choice of them, in order.</summary>
    public static IReadOnlyList<StopPoint> SampleOf(long calls, int count, int seed)
    {
        var points = AllOf(calls).ToArray();
        new Random(seed).Shuffle(points);
        return [.. points.Take(count).OrderBy(point => point.Call).ThenBy(point => point.Phase)];
    }

    public override string ToString() => $"{Phase.ToString().ToLowerInvariant()} call {Call}";
}
