using Kpr.Core.Cases;
using Kpr.Core.Cases.Linkages;
using Kpr.Functions.Applications;
using Kpr.Functions.Applications.Http;
using Kpr.Functions.Extracts;
using Kpr.Functions.Extracts.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Linkages.Http;

/// <summary>
/// Releases linked data that the linker has sent here, encrypted to the applicant. First what is meant is kept, then the case decides by its own rules, then the disclosure ledger has
/// its line, and only then they can be fetched. Whoever dies in between leaves a case whose next look does the rest.
/// </summary>
/// <param name="door">Who may, and the audit log.</param>
/// <param name="linkages">The orders of keys.</param>
/// <param name="files">The files.</param>
/// <param name="duties">Enters the ledger.</param>
/// <param name="execute">Carries out commands.</param>
/// <param name="write">Answers commands.</param>
/// <param name="show">Answers what there is then.</param>
/// <param name="options">How deliveries are handed out.</param>
/// <param name="clock">The time.</param>
public sealed class ReleaseLinkages(
    LinkageDoor door, LinkageStore linkages, LinkageFiles files, LinkageDuties duties, ExecuteCommand execute, WriteCase write, ShowLinkages show, IOptions<DeliveryOptions> options, TimeProvider clock)
{
    /// <summary>Releases.</summary>
    public Task<IActionResult> RunAsync(HttpRequest request, string caseId, CancellationToken cancellationToken) =>
        door.RunAsync(request, caseId, LinkageDoor.IsLinker, async (actor, state, linkage) =>
        {
            var (headers, wrong) = WriteHeaders.Read(request, versioned: false);
            if (headers is null)
            {
                return wrong!;
            }

            if (LinkageDoor.BatchOf(state) is not { } id || linkage.State is not (LinkageState.Checked or LinkageState.Delivered))
            {
                return ProblemResult.Of(Problems.LinkageClosed);
            }

            if (linkage.State == LinkageState.Checked)
            {
                var handed = await files.ListAsync(id, LinkageFiles.Result, cancellationToken);
                if (handed.Count == 0)
                {
                    return ProblemResult.Of(Problems.LinkageClosed, "Ingen koblede data er lastet opp.");
                }

                var now = clock.GetUtcNow();
                var controller = state.Content.Parties?.Controller;
                await linkages.WriteReleaseAsync(state.Id, id, new LinkageRelease(
                    ExtractDoor.By(actor), now.UtcDateTime, controller?.OrganisationNumber ?? controller?.Name ?? "ukjent", options.Value.ExpiryOf(state, now), handed), cancellationToken);
                await door.NoteAsync(actor, "linked-data-released", id, state.Id, cancellationToken);
                var command = new DeliverLinkage($"kobling/{id}");
                var answer = await execute.RunAsync(
                    state.Id, command, actor, CommandKey.Of(actor.Subject, headers.Key, CommandCatalogue.Of(command).Name, id), null, cancellationToken);
                if (!answer.IsDone)
                {
                    return write.Answer(answer, isStart: false);
                }

                state = answer.State;
            }

            await duties.LookAsync(state, cancellationToken);
            return new JsonAnswer(await show.ViewAsync(state, state.Linkage!, actor, cancellationToken));
        }, cancellationToken);
}
