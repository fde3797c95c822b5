using Kpr.Core.Cases;
using Kpr.Core.Cases.Linkages;

namespace Kpr.Functions.Linkages;

/// <summary>Whether a batch of serial numbers is over: what was made for it is then deleted.</summary>
public static class BatchEnd
{
    /// <summary>Why it is over, in Norwegian; null while it is not.</summary>
    /// <param name="state">The case.</param>
    /// <param name="id">Id of the batch among all.</param>
    /// <param name="today">The Norwegian day.</param>
    public static string? Of(CaseState state, string id, DateOnly today) => state.Linkage switch
    {
        null => "Saken har ingen kobling.",
        { KeyBatch: null } => "Koblende enhet kan ikke koble. Løpenumrene gjelder ikke lenger.",
        { KeyBatch: { } batch } when LinkageStore.IdOf(state.Id, batch) != id => "Nye løpenumre er utstedt. Disse gjelder ikke lenger.",
        { State: LinkageState.KeyDestroyed } => "Koblingsnøkkelen er slettet.",
        { State: LinkageState.Aborted } => "Koblingen er avbrutt.",
        { State: LinkageState.KeyKept, KeyKeptUntil: { } until } => until < today ? "Koblingsnøkkelen skulle ikke oppbevares lenger." : null,
        _ => state.Phase.IsTerminal() ? "Saken er avsluttet." : null,
    };

    /// <summary>Whether the sources' data have served: they are deleted when the linked data are delivered, though the key be kept.</summary>
    public static bool HasServed(CaseState state) => state.Linkage is { State: LinkageState.Delivered or LinkageState.KeyDestroyed or LinkageState.KeyKept };
}
