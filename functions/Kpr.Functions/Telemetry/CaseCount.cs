using System.Diagnostics.Metrics;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Clocks;

namespace Kpr.Functions.Telemetry;

/// <summary>A count of cases that grows case by case, so that whoever walks through them keeps none.</summary>
/// <param name="today">The Norwegian day by which clocks are past or not.</param>
public sealed class CaseCount(DateOnly today)
{
    private const string Kind = "kpr.clock";

    private readonly Dictionary<string, long> _phases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _overdue = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _margins = new(StringComparer.Ordinal);

    /// <summary>Cases by phase.</summary>
    internal IReadOnlyList<Measurement<long>> Phases => With("kpr.phase", _phases);

    /// <summary>Running clocks past their last day, by kind.</summary>
    internal IReadOnlyList<Measurement<long>> Overdue => With(Kind, _overdue);

    /// <summary>Days left of the running clock that ends first, by kind.</summary>
    internal IReadOnlyList<Measurement<long>> Margins => With(Kind, _margins);

    /// <summary>Counts a case.</summary>
    public void Add(CaseState one)
    {
        var phase = one.Phase.ToString();
        _phases[phase] = _phases.GetValueOrDefault(phase) + 1;
        foreach (var clock in one.Clocks.Where(clock => clock is { IsRunning: true, Due: not null }))
        {
            var kind = Clock.KeyOf(clock.Kind, null);
            var left = (long)(clock.Due!.Value.DayNumber - today.DayNumber);
            _margins[kind] = Math.Min(left, _margins.GetValueOrDefault(kind, long.MaxValue));
            _overdue[kind] = _overdue.GetValueOrDefault(kind) + (left < 0 ? 1 : 0);
        }
    }

    private static List<Measurement<long>> With(string tag, Dictionary<string, long> counts) =>
        [.. counts.Select(count => new Measurement<long>(count.Value, new KeyValuePair<string, object?>(tag, count.Key)))];
}
