namespace Kpr.LocalAzure;

/// <summary>
/// The system clock with an offset that can be moved forward, so that waiting for months takes seconds.
/// Timers created from it fire when the moved time reaches them.
/// </summary>
public sealed class MovableClock(TimeProvider? inner = null) : TimeProvider
{
    private readonly TimeProvider _inner = inner ?? System;
    private readonly Lock _gate = new();
    private readonly HashSet<MovableTimer> _timers = [];
    private TimeSpan _offset;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _inner.GetUtcNow() + _offset;
        }
    }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => _inner.LocalTimeZone;

    /// <summary>Moves the clock forward and fires every timer that has become due.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative: time does not run backwards.</exception>
    public void Advance(TimeSpan step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, TimeSpan.Zero);
        MovableTimer[] timers;
        lock (_gate)
        {
            _offset += step;
            timers = [.. _timers];
        }

        foreach (var timer in timers)
        {
            timer.Rearm();
        }
    }

    /// <summary>Moves the clock forward to a time; does nothing when that time has passed.</summary>
    public void AdvanceTo(DateTimeOffset time)
    {
        var step = time - GetUtcNow();
        if (step > TimeSpan.Zero)
        {
            Advance(step);
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new MovableTimer(this, callback, state, dueTime, period);
        lock (_gate)
        {
            _timers.Add(timer);
        }

        timer.Rearm();
        return timer;
    }

    private sealed class MovableTimer : ITimer
    {
        private static readonly TimeSpan Longest = TimeSpan.FromDays(40);

        private readonly MovableClock _clock;
        private readonly TimerCallback _callback;
        private readonly object? _state;
        private readonly ITimer _inner;
        private readonly Lock _gate = new();
        private DateTimeOffset? _due;
        private TimeSpan _period;

        public MovableTimer(MovableClock clock, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _clock = clock;
            _callback = callback;
            _state = state;
            Set(dueTime, period);
            _inner = clock._inner.CreateTimer(static timer => ((MovableTimer)timer!).Tick(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Set(dueTime, period);
            Rearm();
            return true;
        }

        public void Rearm()
        {
            lock (_gate)
            {
                if (_due is null)
                {
                    _inner.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                    return;
                }

                var wait = _due.Value - _clock.GetUtcNow();
                wait = wait < TimeSpan.Zero ? TimeSpan.Zero : wait > Longest ? Longest : wait;
                _inner.Change(wait, Timeout.InfiniteTimeSpan);
            }
        }

        public void Dispose()
        {
            lock (_clock._gate)
            {
                _clock._timers.Remove(this);
            }

            _inner.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Set(TimeSpan dueTime, TimeSpan period)
        {
            lock (_gate)
            {
                _due = dueTime == Timeout.InfiniteTimeSpan ? null : _clock.GetUtcNow() + dueTime;
                _period = period;
            }
        }

        private void Tick()
        {
            lock (_gate)
            {
                if (_due is null)
                {
                    return;
                }

                if (_due > _clock.GetUtcNow())
                {
                    Rearm();
                    return;
                }

                _due = _period == Timeout.InfiniteTimeSpan || _period == TimeSpan.Zero ? null : _clock.GetUtcNow() + _period;
            }

            Rearm();
            _callback(_state);
        }
    }
}
