namespace Kpr.Core.Cases;

/// <summary>
/// Something that happened in a case. Events are the truth: they are never changed, only added to. An event holds all that its effect needs, dates in
/// Norwegian time included, so that folding asks no clock, no calendar and no setting.
/// </summary>
public abstract record CaseEvent
{
    /// <summary>The case after the event. Pure, total and cheap: guards were asked before.</summary>
    internal abstract CaseState Apply(CaseState state, in EventHead head);
}
