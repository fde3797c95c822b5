using System.Globalization;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Parties;
using Kpr.Functions.Azure;
using Kpr.Functions.Register;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Kpr.Functions.Applications.Http;

/// <summary>Shows cases over HTTP: to those who may read them, and with a line in the audit log before anybody but the applicant sees anything.</summary>
/// <param name="callers">Who asks.</param>
/// <param name="store">The cases.</param>
/// <param name="audit">The audit log.</param>
/// <param name="clock">The time.</param>
public sealed class ReadCase(Callers callers, CaseStore store, AuditLog audit, TimeProvider clock)
{
    /// <summary>Shows something of a case.</summary>
    /// <param name="request">The request.</param>
    /// <param name="id">Id of the case.</param>
    /// <param name="view">Name of what is shown, for the audit log.</param>
    /// <param name="show">Shows it; null is a 404 of its own.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<IActionResult> RunAsync(
        HttpRequest request, string id, string view, Func<CaseState, Actor, Task<IActionResult?>> show, CancellationToken cancellationToken)
    {
        var (actor, problem) = await callers.OfAsync(request, cancellationToken);
        if (actor is null)
        {
            return problem!;
        }

        try
        {
            var state = CaseId.IsPossible(id) ? (await store.LoadAsync(id, cancellationToken)).State : CaseState.New(id);
            if (state.Version == 0 || !CaseReading.Allows(state, actor))
            {
                return ProblemResult.Of(Problems.NotFound);
            }

            await NoteAsync(state, actor, view, cancellationToken);
            return await show(state, actor) ?? ProblemResult.Of(Problems.NotThere);
        }
        catch (Exception e) when (Outage.Is(e, cancellationToken))
        {
            return ProblemResult.Of(Problems.Outage);
        }
    }

    /// <summary>Shows something of a case that is made at once.</summary>
    public Task<IActionResult> RunAsync(HttpRequest request, string id, string view, Func<CaseState, Actor, object?> show, CancellationToken cancellationToken) =>
        RunAsync(request, id, view, (state, actor) => Task.FromResult<IActionResult?>(
            show(state, actor) is { } value ? value as IActionResult ?? new JsonAnswer(value) { Version = state.Version } : null), cancellationToken);

    // A chain a case and month: readers of different cases do not wait for each other.
    private async Task NoteAsync(CaseState state, Actor actor, string view, CancellationToken cancellationToken)
    {
        if (actor.Role is Role.Applicant or Role.System)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var by = $"{actor.Role.ToString().ToLowerInvariant()}:{actor.Subject}";
        var version = state.Version.ToString(CultureInfo.InvariantCulture);
        var read = new AuditEvent(now, by, "case-read", state.Id, actor.Register ?? actor.Organisation ?? "hds", $"{view} v{version}")
        {
            Once = false,
            Chain = $"cases/{now.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture)}/{state.Id}.jsonl",
        };
        await audit.AppendAsync(read, cancellationToken);
    }
}
