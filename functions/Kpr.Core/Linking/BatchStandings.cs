using Kpr.Core.Cases;
using Kpr.Core.Cases.Linkages;

namespace Kpr.Core.Linking;

/// <summary>Tells how the batches of a case stand.</summary>
public static class BatchStandings
{
    /// <summary>How a batch stands.</summary>
    /// <param name="state">The case.</param>
    /// <param name="batch">Id of the batch.</param>
    /// <param name="today">The Norwegian day.</param>
    public static BatchStanding Of(CaseState state, string batch, DateOnly today) => state switch
    {
        { Linkage: null } => BatchStanding.Replaced,
        { Linkage: { } linkage } when linkage.KeyBatch != batch => BatchStanding.Replaced,
        { Linkage.State: LinkageState.KeyDestroyed or LinkageState.Aborted } => BatchStanding.Settled,
        { Linkage: { State: LinkageState.KeyKept } linkage } when linkage.KeyKeptUntil is not { } day || day < today => BatchStanding.Settled,

        // A key may be kept when the case is closed already: the day that was decided holds.
        { Linkage.State: LinkageState.KeyKept, Phase: Phase.Closed } => BatchStanding.Kept,
        _ when state.Phase.IsTerminal() => BatchStanding.CaseOver,
        { Linkage.State: LinkageState.KeyKept } => BatchStanding.Kept,
        _ => BatchStanding.InUse,
    };

    /// <summary>Whether secret, population, key files and maps are to be gone.</summary>
    public static bool IsOver(this BatchStanding standing) => standing is not (BatchStanding.InUse or BatchStanding.Kept);

    /// <summary>Why nothing more is made or given out under the serial numbers, in Norwegian; null while they are in use.</summary>
    public static string? Refusal(this BatchStanding standing) => standing switch
    {
        BatchStanding.InUse => null,
        BatchStanding.Replaced => "Løpenumrene gjelder ikke lenger.",
        BatchStanding.CaseOver => "Saken er avsluttet.",
        _ => "Koblingen er avsluttet.",
    };
}
