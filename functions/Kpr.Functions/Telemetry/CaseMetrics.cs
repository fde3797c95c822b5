using System.Diagnostics.Metrics;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Clocks;

namespace Kpr.Functions.Telemetry;

/// <summary>
/// What an operator asks of the cases: how many stand where, which clocks are past their day, and how near the others are. Taken
/// from whoever walks through the cases anyway; a count older than two days falls silent. Tags are phases and kinds of clock.
/// </summary>
public sealed class CaseMetrics
{
    /// <summary>For how long a count is told.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromDays(2);

    private const string Kind = "kpr.clock";

    private readonly TimeProvider _clock;
    private volatile Count? _last;

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

    /// <summary>Takes a count of all cases.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="today">The Norwegian day.</param>
    public void Take(IEnumerable<CaseState> cases, DateOnly today)
    {
        var phases = new Dictionary<string, long>(StringComparer.Ordinal);
        var overdue = new Dictionary<string, long>(StringComparer.Ordinal);
        var margins = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var one in cases)
        {
            var phase = one.Phase.ToString();
            phases[phase] = phases.GetValueOrDefault(phase) + 1;
            foreach (var clock in one.Clocks.Where(clock => clock is { IsRunning: true, Due: not null }))
            {
                var kind = Clock.KeyOf(clock.Kind, null);
                var left = (long)(clock.Due!.Value.DayNumber - today.DayNumber);
                margins[kind] = Math.Min(left, margins.GetValueOrDefault(kind, long.MaxValue));
                overdue[kind] = overdue.GetValueOrDefault(kind) + (left < 0 ? 1 : 0);
            }
        }

        _last = new Count(With("kpr.phase", phases), With(Kind, overdue), With(Kind, margins), _clock.GetUtcNow());
    }

    private static List<Measurement<long>> With(string tag, Dictionary<string, long> counts) =>
        [.. counts.Select(count => new Measurement<long>(count.Value, new KeyValuePair<string, object?>(tag, count.Key)))];

    private IEnumerable<Measurement<long>> Told(Func<Count, IEnumerable<Measurement<long>>> part) =>
        _last is { } last && _clock.GetUtcNow() - last.At <= Fresh ? part(last) : [];

    private sealed record Count(IReadOnlyList<Measurement<long>> Phases, IReadOnlyList<Measurement<long>> Overdue, IReadOnlyList<Measurement<long>> Margins, DateTimeOffset At);
}
