using Kpr.Core.Cases.Clocks;

namespace Kpr.Core.Cases.Timers;

/// <summary>A deadline that has no other effect passed: it is told once to whoever should have kept it.</summary>
public sealed class DeadlineIsMissed : TimedEffect
{
    /// <inheritdoc/>
    public override DateOnly? DueOn(CaseState state, CasePolicy policy) => Watched(state).Select(DayAfter).Min();

    internal override IEnumerable<CaseEvent> Fire(CaseState state, CommandContext now)
    {
        var clock = Watched(state).First(watched => DayAfter(watched) <= now.Today);
        return [new DeadlineMissed(clock.Kind, clock.Subject, clock.Due!.Value)];
    }

    private static IEnumerable<Clock> Watched(CaseState state) => state.Clocks.Where(clock => clock.IsRunning
        && clock.Kind is ClockKind.InterimReply or ClockKind.MakeAvailable or ClockKind.Consultation or ClockKind.InvoiceIssue
            or ClockKind.EhdsDecision or ClockKind.EhdsHolder or ClockKind.EhdsAvailability or ClockKind.EhdsPublication or ClockKind.EhdsResults
        && !state.Reached.Contains(new ReachedNotice(DeadlineMissed.Notice(clock.Kind, clock.Subject), clock.Due ?? default)));
}
