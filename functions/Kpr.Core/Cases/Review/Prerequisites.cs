namespace Kpr.Core.Cases.Review;

/// <summary>What a case waits for.</summary>
internal static class Prerequisites
{
    /// <summary>Whether the case waits for others, and would not any more once one of them has answered.</summary>
    public static bool WaitsForNone(CaseState state, string answered) => state.Phase == Phase.AwaitingExternal
        && state.Prerequisites.All(item => !item.Required || item.Status != PrerequisiteStatus.Open || item.Id == answered);

    /// <summary>The end of every prerequisite that is open, when the case ends.</summary>
    public static IEnumerable<CaseEvent> CloseAll(CaseState state) =>
        from item in state.Prerequisites
        where item.Status == PrerequisiteStatus.Open
        select new PrerequisiteResolved(item.Id, PrerequisiteStatus.Closed, null, null, BackToReview: false);
}
