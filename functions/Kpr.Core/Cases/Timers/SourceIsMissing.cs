using Kpr.Core.Cases.Linkages;

namespace Kpr.Core.Cases.Timers;

/// <summary>A source that was waited for has not come: the decider must choose.</summary>
public sealed class SourceIsMissing : TimedEffect
{
    /// <inheritdoc/>
    public override DateOnly? DueOn(CaseState state, CasePolicy policy) =>
        state.Linkage is { IsOver: false, IsFull: false, WaitUntil: { } until } ? until.AddDays(1) : null;

    internal override IEnumerable<CaseEvent> Fire(CaseState state, CommandContext now) => [new SourceMissing([.. state.Linkage!.Missing])];
}
