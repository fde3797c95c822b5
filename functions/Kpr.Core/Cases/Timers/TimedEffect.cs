namespace Kpr.Core.Cases.Timers;

/// <summary>Something that time brings about. One effect is one file; <see cref="Advance"/> carries out those whose day has come.</summary>
public abstract class TimedEffect
{
    /// <summary>The first Norwegian day on which it happens; null when it is not waited for.</summary>
    public abstract DateOnly? DueOn(CaseState state, CasePolicy policy);

    /// <summary>The events, on that day or later. They must end the waiting, so that it happens once.</summary>
    internal abstract IEnumerable<CaseEvent> Fire(CaseState state, CommandContext now);

    /// <summary>The day after a clock's last day, while it runs.</summary>
    protected static DateOnly? DayAfter(Clocks.Clock? clock) => clock is { IsRunning: true, Due: { } due } ? due.AddDays(1) : null;
}
