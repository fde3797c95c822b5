using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using Kpr.Functions.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace Kpr.Functions.Tests.Telemetry;

/// <summary>Hears the instruments of one system: sums, and all that is written on the measurements.</summary>
internal sealed class MetricLog : IDisposable
{
    private readonly ConcurrentQueue<(string Name, string Tags, double Value)> _values = new();
    private readonly MeterListener _listener = new();

    public MetricLog(IServiceProvider services)
    {
        var factory = services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, factory) && instrument.Meter.Name == Tracing.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.Start();
    }

    public IReadOnlyCollection<(string Name, string Tags, double Value)> All => _values;

    /// <summary>Sum by tags, for example <c>care-events,accepted</c>.</summary>
    public IReadOnlyDictionary<string, double> Sums(string name) =>
        _values.Where(value => value.Name == name).GroupBy(value => value.Tags).ToDictionary(same => same.Key, same => same.Sum(value => value.Value), StringComparer.Ordinal);

    /// <summary>Asks the gauges.</summary>
    public void Observe() => _listener.RecordObservableInstruments();

    public void Dispose() => _listener.Dispose();

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) => _values.Enqueue((
        instrument.Name, string.Join(',', tags.ToArray().Select(tag => Convert.ToString(tag.Value, CultureInfo.InvariantCulture))), value));
}
