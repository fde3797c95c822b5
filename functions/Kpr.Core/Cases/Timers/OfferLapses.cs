using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Review;

namespace Kpr.Core.Cases.Timers;

/// <summary>An offer of SSB that nobody takes lapses after two weeks (R43).</summary>
public sealed class OfferLapses : TimedEffect
{
    /// <inheritdoc/>
    public override DateOnly? DueOn(CaseState state, CasePolicy policy) => Open(state)
        .Select(item => DayAfter(state.FindClock(ClockKind.Offer, item.Id))).Min();

    internal override IEnumerable<CaseEvent> Fire(CaseState state, CommandContext now)
    {
        var lapsed = Open(state).First(item => DayAfter(state.FindClock(ClockKind.Offer, item.Id)) <= now.Today);
        return
        [
            new PrerequisiteResolved(lapsed.Id, PrerequisiteStatus.Lapsed, null, "Tilbudet ble ikke besvart innen fristen", Prerequisites.WaitsForNone(state, lapsed.Id)),
            .. now.Stop(state, ClockKind.Offer, "Fristen gikk ut uten svar", lapsed.Id),
        ];
    }

    private static IEnumerable<Prerequisite> Open(CaseState state) =>
        state.Prerequisites.Where(item => item is { Kind: PrerequisiteKind.SsbOffer, Status: PrerequisiteStatus.Open });
}
