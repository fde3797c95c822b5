using System.Text;
using System.Text.Json;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Linkages;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Extracts.Package.Encryption;
using Kpr.Functions.Applications.Http;
using Kpr.Functions.Extracts;
using Kpr.Functions.Extracts.Http;
using Kpr.Functions.Extracts.Recipients;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Kpr.Functions.Linkages.Http;

/// <summary>
/// Orders the keys of the batch that the case has issued: for whom, is the case's list of sources and its linker; about whom, an uploaded list. Who has no certificate is named, and
/// nothing is ordered. What could not be carried out can be ordered anew.
/// </summary>
/// <param name="door">Who may, and the audit log.</param>
/// <param name="linkages">The orders.</param>
/// <param name="recipients">Certificates and lists.</param>
/// <param name="tell">Tells whoever makes keys.</param>
/// <param name="clock">The time.</param>
public sealed class OrderKeys(LinkageDoor door, LinkageStore linkages, RecipientStore recipients, TellLinkage tell, TimeProvider clock)
{
    /// <summary>Orders.</summary>
    public Task<IActionResult> RunAsync(HttpRequest request, string caseId, CancellationToken cancellationToken) =>
        door.RunAsync(request, caseId, actor => actor.Role == Role.Handler, async (actor, state, linkage) =>
        {
            if (Relations.Of(state, actor) != Relation.Assigned)
            {
                return ProblemResult.Of(Refusals.NotYours);
            }

            if (LinkageDoor.BatchOf(state) is not { } id || linkage.State is not (LinkageState.KeysIssued or LinkageState.WaitingSources))
            {
                return ProblemResult.Of(Problems.LinkageClosed);
            }

            var (body, problem) = await ReadAsync(request, cancellationToken);
            if (body is null)
            {
                return problem!;
            }

            var known = await linkages.FindOrderAsync(state.Id, id, cancellationToken);
            var keys = await linkages.FindAsync(state.Id, id, cancellationToken);
            if (known is not null && keys is not { Status: LinkageStatus.Refused })
            {
                // Sent again, or another list than the one that keys are made of.
                return known.List == body.List ? await TellAsync(known, id, cancellationToken) : ProblemResult.Of(Problems.LinkageClosed, known.List);
            }

            return await PlaceAsync(actor, state, linkage, id, body.List, known is not null, cancellationToken);
        }, cancellationToken);

    private async Task<IActionResult> PlaceAsync(Actor actor, CaseState state, Linkage linkage, string id, string list, bool anew, CancellationToken cancellationToken)
    {
        if (!(await recipients.ListsAsync(state.Id, cancellationToken)).Any(uploaded => uploaded.List == list))
        {
            return ProblemResult.Of(Problems.NoList, list);
        }

        var lacking = new List<string>();
        var sources = new List<LinkageParty>();
        foreach (var source in linkage.Orders.Select(state.FindOrder).OfType<SourceOrder>().Where(source => !source.State.IsTerminal()))
        {
            sources.Add(source.Register == KprVariables.Register
                ? new LinkageParty(source.Id, source.Register, null)
                : await PartyAsync(source.Id, source.Register, state.Id, RecipientStore.Source(source.Register), lacking, cancellationToken));
        }

        var linker = await PartyAsync(RecipientStore.Linker, linkage.Linker, state.Id, RecipientStore.Linker, lacking, cancellationToken);
        if (lacking.Count > 0)
        {
            return ProblemResult.Of(Problems.PartyCertificates, string.Join(", ", lacking));
        }

        var order = new LinkageOrder(
            state.Id, linkage.KeyBatch!, state.Parent?.Case ?? state.Id, list, sources, linker, ExtractDoor.By(actor), clock.GetUtcNow().UtcDateTime);
        await door.NoteAsync(actor, "linkage-keys-ordered", id, state.Id, cancellationToken);
        if (anew)
        {
            await linkages.ReplaceAsync(order, cancellationToken);
        }
        else
        {
            order = await linkages.AddAsync(order, cancellationToken);
        }

        return await TellAsync(order, id, cancellationToken);
    }

    // A certificate may have gone out since it was uploaded.
    private async Task<LinkageParty> PartyAsync(string id, string organisation, string caseId, string whose, List<string> lacking, CancellationToken cancellationToken)
    {
        var stored = await recipients.FindAsync(caseId, whose, cancellationToken);
        if (stored is null || RecipientCertificate.Read(Encoding.ASCII.GetBytes(stored.Pem), clock.GetUtcNow()).Fault is not null)
        {
            lacking.Add(id);
        }

        return new LinkageParty(id, organisation, stored?.Pem);
    }

    private async Task<IActionResult> TellAsync(LinkageOrder order, string id, CancellationToken cancellationToken)
    {
        await tell.SendAsync(order.Case, id, LinkageStatus.Ordered, order.At, cancellationToken);
        return new JsonAnswer(await linkages.FindAsync(order.Case, id, cancellationToken) ?? new LinkageKeys(id, LinkageStatus.Ordered), StatusCodes.Status202Accepted)
        {
            Location = $"/api/cases/{order.Case}/linkage",
        };
    }

    private static async Task<(KeysBody? Body, ProblemResult? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (body, problem) = await RequestBody.ReadJsonAsync(request, cancellationToken);
        try
        {
            return problem is null && body.ValueKind == JsonValueKind.Object && body.Deserialize<KeysBody>(HttpJson.Strict) is { List: { } list } read && ExtractStore.IsPossible(list)
                ? (read, null)
                : (null, problem ?? ProblemResult.Of(Problems.BadParameter, "list"));
        }
        catch (JsonException)
        {
            return (null, ProblemResult.Of(Problems.BadParameter, "list"));
        }
    }
}
