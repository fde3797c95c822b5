using Kpr.Core.Calendar;
using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Content;

namespace Kpr.Core.Cases.Fulfilment;

/// <summary>When data must be deleted.</summary>
internal static class Deletion
{
    /// <summary>The date of the decision when it lies ahead; else by policy, or six months under EHDS, from today.</summary>
    public static DateOnly DueOn(CaseState state, CommandContext now) => state.Decision?.DeletionOn is { } decided && decided > now.Today
        ? decided
        : Deadline.Of(now.Today, state.Profile == ClockProfile.Ehds ? ClockCatalogue.EhdsDeletionTerm : now.Policy.DeletionAfterEnd, now.Calendar).Due;
}
