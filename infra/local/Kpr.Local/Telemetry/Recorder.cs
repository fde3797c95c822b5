using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Kpr.Functions.Telemetry;

namespace Kpr.Local.Telemetry;

/// <summary>Keeps what the system tells of itself, in memory: the latest spans, and every instrument since the start.</summary>
internal sealed class Recorder : IDisposable
{
    private const int MostSpans = 4_000;

    private readonly ConcurrentQueue<Span> _spans = new();
    private readonly ConcurrentDictionary<(string Instrument, string Tags), Series> _series = new();
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();
    private readonly TimeProvider _clock;

    /// <summary>Begins to listen.</summary>
    /// <param name="meters">Whose meters are heard: those of one system, where a process has several.</param>
    /// <param name="clock">The time.</param>
    public Recorder(IMeterFactory meters, TimeProvider clock)
    {
        _clock = clock;
        _activities = new ActivityListener
        {
            ShouldListenTo = source => TelemetrySettings.Sources.Contains(source.Name),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Keep,
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Tracing.Name && ReferenceEquals(instrument.Meter.Scope, meters))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
        _meters.Start();
    }

    /// <summary>A span that has ended.</summary>
    /// <param name="Trace">Id of its trace.</param>
    /// <param name="Id">Its id.</param>
    /// <param name="Parent">Id of the span that it is part of.</param>
    /// <param name="Name">What was done.</param>
    /// <param name="Tags">Names and values.</param>
    /// <param name="Start">When it began (UTC).</param>
    /// <param name="Duration">How long it took.</param>
    /// <param name="Failed">Whether it ended with a fault.</param>
    public sealed record Span(string Trace, string Id, string Parent, string Name, IReadOnlyDictionary<string, string> Tags, DateTime Start, TimeSpan Duration, bool Failed);

    /// <summary>The latest spans, oldest first.</summary>
    public IReadOnlyCollection<Span> Spans => _spans;

    /// <summary>The instruments with their tags and values, as they are now.</summary>
    public IReadOnlyList<(string Instrument, string Tags, Series Values)> Read()
    {
        // Gauges are told anew each time, and may have fallen silent.
        foreach (var gauge in _series.Where(pair => pair.Value.IsGauge))
        {
            _series.TryRemove(gauge.Key, out _);
        }

        _meters.RecordObservableInstruments();
        return [.. _series.OrderBy(pair => pair.Key.Instrument, StringComparer.Ordinal).ThenBy(pair => pair.Key.Tags, StringComparer.Ordinal).Select(pair => (pair.Key.Instrument, pair.Key.Tags, pair.Value))];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }

    private void Keep(Activity activity)
    {
        _spans.Enqueue(new Span(
            activity.TraceId.ToHexString(), activity.SpanId.ToHexString(), activity.ParentSpanId.ToHexString(), activity.DisplayName,
            activity.TagObjects.Where(tag => tag.Value is not null).ToDictionary(tag => tag.Key, tag => Convert.ToString(tag.Value, System.Globalization.CultureInfo.InvariantCulture)!, StringComparer.Ordinal),
            activity.StartTimeUtc, activity.Duration, activity.Status == ActivityStatusCode.Error));
        while (_spans.Count > MostSpans && _spans.TryDequeue(out _))
        {
        }
    }

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = string.Join(", ", tags.ToArray().Select(tag => tag.Value));
        _series.GetOrAdd((instrument.Name, text), _ => new Series(instrument)).Add(value, _clock.GetUtcNow());
    }
}
