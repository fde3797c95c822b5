using Kpr.Core.Cases;
using Kpr.Core.Cases.Linkages;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Cases.Parties;
using Kpr.Functions.Applications.Http;
using Kpr.Functions.Extracts.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Kpr.Functions.Linkages.Http;

/// <summary>The door to the linkage of a case: who asks, as which of its parties, and to which batch.</summary>
/// <param name="door">Who may, and the audit log.</param>
public sealed class LinkageDoor(ExtractDoor door)
{
    /// <summary>Whether somebody acts for the linker.</summary>
    public static bool IsLinker(Actor actor) => actor.Role == Role.Linker;

    /// <summary>Whether somebody is of the staff of a register outside this one.</summary>
    public static bool IsSource(Actor actor) => actor is { Role: Role.Register, Register: not (null or KprVariables.Register) };

    /// <summary>Runs for whoever may, about a case with a linkage.</summary>
    public Task<IActionResult> RunAsync(
        HttpRequest request, string caseId, Predicate<Actor> may, Func<Actor, CaseState, Linkage, Task<IActionResult>> run, CancellationToken cancellationToken) =>
        door.RunAsync(request, may, async actor => await door.FindCaseAsync(caseId, actor, cancellationToken) is { Linkage: { } linkage } state
            ? await run(actor, state, linkage)
            : ProblemResult.Of(Problems.NotFound), cancellationToken);

    /// <summary>The order of a source in a linkage, for its own staff; null for others, and for an order that the linkage does not wait for.</summary>
    public static SourceOrder? OwnOrder(CaseState state, Linkage linkage, string order, Actor actor) =>
        state.FindOrder(order) is { } found && linkage.Orders.Contains(order) && found.Register == actor.Register ? found : null;

    /// <summary>Id of the batch in use among all; null while none is.</summary>
    public static string? BatchOf(CaseState state) => state.Linkage?.KeyBatch is { } batch ? LinkageStore.IdOf(state.Id, batch) : null;

    /// <summary>Notes what somebody sees or does, before it is seen or has effect.</summary>
    public Task NoteAsync(Actor actor, string action, string id, string outcome, CancellationToken cancellationToken) =>
        door.NoteAsync(actor, action, id, outcome, once: false, cancellationToken);
}
