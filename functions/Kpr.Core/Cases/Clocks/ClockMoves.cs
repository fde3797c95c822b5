using Kpr.Core.Calendar;

namespace Kpr.Core.Cases.Clocks;

/// <summary>The clock events that commands give, for a clock of the case as it stands: nothing when there is nothing to do.</summary>
internal static class ClockMoves
{
    /// <summary>Begins a clock with its usual or another length; anew when the case had it before.</summary>
    public static CaseEvent Start(this CommandContext now, CaseState state, ClockKind kind, string reason, Term? term = null, string? subject = null, DateOnly? from = null)
    {
        var length = term ?? ClockCatalogue.Of(kind).Term ?? throw new InvalidOperationException($"The clock {kind} has no usual length.");
        return state.FindClock(kind, subject) is null
            ? new ClockStarted(kind, subject, from ?? now.Today, length, null, now.Calendar.Key, reason)
            : new ClockRestarted(kind, subject, from ?? now.Today, length, null, now.Calendar.Key, reason);
    }

    /// <summary>Begins a clock that ends on a date.</summary>
    public static CaseEvent StartUntil(this CommandContext now, CaseState state, ClockKind kind, DateOnly until, string reason, string? subject = null) =>
        state.FindClock(kind, subject) is null
            ? new ClockStarted(kind, subject, now.Today, null, until, now.Calendar.Key, reason)
            : new ClockRestarted(kind, subject, now.Today, null, until, now.Calendar.Key, reason);

    /// <summary>Stops a clock that has not stopped.</summary>
    public static IEnumerable<CaseEvent> Stop(this CommandContext now, CaseState state, ClockKind kind, string reason, string? subject = null)
    {
        if (state.FindClock(kind, subject) is { Status: not ClockStatus.Stopped })
        {
            yield return new ClockStopped(kind, subject, now.Today, reason);
        }
    }

    /// <summary>Stops every clock that has not stopped, but those that outlive the case.</summary>
    public static IEnumerable<CaseEvent> StopAll(this CommandContext now, CaseState state, string reason, params ClockKind[] except) =>
        from clock in state.Clocks
        where clock.Status != ClockStatus.Stopped && !except.Contains(clock.Kind)
        select new ClockStopped(clock.Kind, clock.Subject, now.Today, reason);

    /// <summary>Holds a clock that runs.</summary>
    public static IEnumerable<CaseEvent> Pause(this CommandContext now, CaseState state, ClockKind kind, string reason)
    {
        if (state.FindClock(kind) is { IsRunning: true })
        {
            yield return new ClockPaused(kind, null, now.Today, reason);
        }
    }

    /// <summary>Lets a clock go on that was held; one that has stopped stays so.</summary>
    public static IEnumerable<CaseEvent> Release(this CommandContext now, CaseState state, ClockKind kind, string reason)
    {
        if (state.FindClock(kind) is { Status: ClockStatus.Paused })
        {
            yield return new ClockResumed(kind, null, now.Today, reason);
        }
    }

    /// <summary>Lets a clock go on that was held or stopped.</summary>
    public static IEnumerable<CaseEvent> Resume(this CommandContext now, CaseState state, ClockKind kind, string reason)
    {
        if (state.FindClock(kind) is { IsRunning: false })
        {
            yield return new ClockResumed(kind, null, now.Today, reason);
        }
    }
}
