using Kpr.Core.Cases;
using Kpr.Core.Cases.Linkages;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Cases.Parties;
using Kpr.Functions.Applications.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Kpr.Functions.Linkages.Http;

/// <summary>Shows a linkage to its parties: how far it is, and each the files that are for it.</summary>
/// <param name="door">Who may, and the audit log.</param>
/// <param name="linkages">The orders of keys.</param>
/// <param name="files">The files.</param>
/// <param name="clock">The time.</param>
public sealed class ShowLinkages(LinkageDoor door, LinkageStore linkages, LinkageFiles files, TimeProvider clock)
{
    /// <summary>Shows.</summary>
    public Task<IActionResult> RunAsync(HttpRequest request, string caseId, CancellationToken cancellationToken) =>
        door.RunAsync(request, caseId, MaySee, async (actor, state, linkage) =>
        {
            if (actor.Role != Role.Applicant)
            {
                await door.NoteAsync(actor, "linkage-read", LinkageDoor.BatchOf(state) ?? state.Id, "", cancellationToken);
            }

            return new JsonAnswer(await ViewAsync(state, linkage, actor, cancellationToken));
        }, cancellationToken);

    /// <summary>A linkage as somebody sees it.</summary>
    internal async Task<LinkageView> ViewAsync(CaseState state, Linkage linkage, Actor actor, CancellationToken cancellationToken)
    {
        var id = LinkageDoor.BatchOf(state);
        var sources = new List<LinkageView.Source>();
        foreach (var order in linkage.Orders.Select(state.FindOrder).OfType<SourceOrder>())
        {
            var arrived = linkage.Arrived.Contains(order.Id);
            var isFor = order.Register != KprVariables.Register
                && (LinkageDoor.IsSource(actor) ? actor.Register == order.Register : LinkageDoor.IsLinker(actor) && arrived);
            sources.Add(new LinkageView.Source(
                order.Id, order.Register, order.State, arrived, isFor && id is not null ? await files.ListAsync(id, LinkageFiles.From(order.Id), cancellationToken) : null));
        }

        var release = id is null ? null : await linkages.FindReleaseAsync(state.Id, id, cancellationToken);
        return new LinkageView(
            state.Id, linkage.State, linkage.KeyBatch, linkage.Linker, id is null ? null : await linkages.FindAsync(state.Id, id, cancellationToken), sources,
            release is not { EnteredAt: not null } ? null : new LinkageView.Result(
                release.At, release.ExpiresAt, LinkedAccess.Closed(state, release, clock.GetUtcNow())?.Norwegian, release.Files));
    }

    private static bool MaySee(Actor actor) => actor.Role is Role.Applicant or Role.Coordinator or Role.Handler or Role.Decider or Role.Register or Role.Linker or Role.Auditor;
}
