using System.Diagnostics.Metrics;

namespace Kpr.Functions.Telemetry;

/// <summary>
/// What an operator asks of the cases: how many stand where, which clocks are past their day, and how near the others are. Taken
/// from the nightly walk through all cases; a count older than two days falls silent. Tags are phases and kinds of clock.
/// </summary>
public sealed class CaseMetrics
{
    /// <summary>For how long a count is told.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromDays(2);

    private readonly TimeProvider _clock;
    private volatile Taken? _last;

    /// <summary>Makes the instruments.</summary>
    /// <param name="meters">Makes the meter.</param>
    /// <param name="clock">The time.</param>
    public CaseMetrics(IMeterFactory meters, TimeProvider clock)
    {
        _clock = clock;
        var meter = meters.Create(Tracing.Name);
        meter.CreateObservableGauge("kpr.cases", () => Told(count => count.Phases), "{case}", "Cases by phase.");
        meter.CreateObservableGauge("kpr.cases.overdue", () => Told(count => count.Overdue), "{clock}", "Running clocks that are past their last day, by kind.");
        meter.CreateObservableGauge("kpr.cases.margin", () => Told(count => count.Margins), "d", "Days left of the running clock that ends first, by kind; negative when it is past.");
    }

    /// <summary>Takes a count of all cases, as of now.</summary>
    /// <param name="count">The count; not to be added to any more.</param>
    public void Take(CaseCount count) => _last = new Taken(count, _clock.GetUtcNow());

    private IReadOnlyList<Measurement<long>> Told(Func<CaseCount, IReadOnlyList<Measurement<long>>> part) =>
        _last is { } last && _clock.GetUtcNow() - last.At <= Fresh ? part(last.Count) : [];

    private sealed record Taken(CaseCount Count, DateTimeOffset At);
}
