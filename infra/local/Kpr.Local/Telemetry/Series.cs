using System.Diagnostics.Metrics;

namespace Kpr.Local.Telemetry;

/// <summary>The values of an instrument under one set of tags.</summary>
/// <param name="instrument">The instrument.</param>
internal sealed class Series(Instrument instrument)
{
    private const int MostSamples = 2_000;

    private readonly Lock _gate = new();
    private readonly Queue<(DateTimeOffset At, double Value)> _latest = new();
    private double _sum;
    private long _count;

    /// <summary>Unit of the values.</summary>
    public string Unit => instrument.Unit ?? "";

    /// <summary>Whether the last value is what counts.</summary>
    public bool IsGauge => instrument.IsObservable;

    /// <summary>Whether values are a distribution.</summary>
    public bool IsHistogram => instrument is Histogram<double>;

    /// <summary>Sum of all values since the start.</summary>
    public double Sum
    {
        get
        {
            lock (_gate)
            {
                return _sum;
            }
        }
    }

    /// <summary>Number of values since the start.</summary>
    public long Count
    {
        get
        {
            lock (_gate)
            {
                return _count;
            }
        }
    }

    /// <summary>Takes a value.</summary>
    public void Add(double value, DateTimeOffset now)
    {
        lock (_gate)
        {
            _sum += value;
            _count++;
            _latest.Enqueue((now, value));
            while (_latest.Count > MostSamples)
            {
                _latest.Dequeue();
            }
        }
    }

    /// <summary>Sum a second over the time before now.</summary>
    public double PerSecond(DateTimeOffset now, TimeSpan over)
    {
        lock (_gate)
        {
            return _latest.Where(sample => sample.At > now - over).Sum(sample => sample.Value) / over.TotalSeconds;
        }
    }

    /// <summary>The value that a share of the latest values does not exceed; 0 when there is none.</summary>
    /// <param name="share">Between 0 and 1.</param>
    public double Percentile(double share)
    {
        lock (_gate)
        {
            var sorted = _latest.Select(sample => sample.Value).Order().ToList();
            return sorted.Count == 0 ? 0 : sorted[(int)Math.Ceiling(share * sorted.Count) - 1 is var at && at < 0 ? 0 : at];
        }
    }
}
