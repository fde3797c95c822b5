using Kpr.Core.Catalogue;

namespace Kpr.Functions.Reference;

/// <summary>What is told of reference data over HTTP.</summary>
/// <param name="clock">The time.</param>
public sealed class ReferenceStatus(TimeProvider clock)
{
    /// <summary>The reference data of now.</summary>
    /// <param name="InUse">The set that files received now are judged by.</param>
    /// <param name="Planned">The sets that come into force later.</param>
    /// <param name="LastRefusal">The last set that was not taken; null when none was.</param>
    public sealed record Answer(PlannedSet InUse, IReadOnlyList<PlannedSet> Planned, ReferenceRefusal? LastRefusal);

    /// <summary>Tells of a state.</summary>
    public Answer Of(ReferenceState state)
    {
        var today = NorwegianTime.DateAt(clock.GetUtcNow());
        return new Answer(
            state.InForceOn(today) ?? PlannedSet.Of(ReferenceData.Default, loadedAt: null), [.. state.Sets.Where(set => set.ValidFrom > today)], state.LastRefusal);
    }
}
