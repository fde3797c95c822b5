using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Fulfilment;

namespace Kpr.Core.Cases.Timers;

/// <summary>The right to use the data has ended: deletion is demanded. An extension that was asked for and not answered does not keep it alive.</summary>
public sealed class PermitEnds : TimedEffect
{
    /// <inheritdoc/>
    public override DateOnly? DueOn(CaseState state, CasePolicy policy) =>
        state.Phase is Phase.Active or Phase.Expiring ? DayAfter(state.FindClock(ClockKind.Permit)) : null;

    internal override IEnumerable<CaseEvent> Fire(CaseState state, CommandContext now)
    {
        const string Reason = "Retten til å bruke dataene er utløpt";
        var due = Deletion.DueOn(state, now);
        return
        [
            new DeletionDemanded(Reason, due), .. now.Stop(state, ClockKind.Permit, Reason), now.StartUntil(state, ClockKind.Deletion, due, Reason),
            .. state.Appeal is { IsOpen: true } ? (CaseEvent[])[new ClockPaused(ClockKind.Deletion, null, now.Today, "Vedtaket er påklaget")] : [],
        ];
    }
}
