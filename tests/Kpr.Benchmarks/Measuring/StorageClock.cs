using System.Diagnostics;
using Kpr.LocalAzure.Faults;

namespace Kpr.Benchmarks.Measuring;

/// <summary>For how long at least one storage request was under way, from its sending to the head of its answer.</summary>
internal sealed class StorageClock
{
    private readonly Lock _lock = new();
    private int _underWay;
    private long _since;
    private long _ticks;

    /// <summary>The time so far.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(0, _ticks);

    /// <summary>Number of requests so far.</summary>
    public int Requests { get; private set; }

    /// <summary>Takes the calls of <see cref="IoSwitch.OnCall"/>.</summary>
    public void Note(IoCall call, IoPhase phase)
    {
        if (call.Service == "servicebus")
        {
            return;
        }

        lock (_lock)
        {
            var now = Stopwatch.GetTimestamp();
            if (phase == IoPhase.Before)
            {
                Requests++;
                _since = _underWay++ == 0 ? now : _since;
            }
            else if (--_underWay == 0)
            {
                _ticks += now - _since;
            }
        }
    }
}
