using Kpr.Core.Cases;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Cases.Parties;
using Kpr.Functions.Applications;
using Kpr.Functions.Applications.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Extracts.Http;

/// <summary>
/// Hands deliveries out to their recipients and nobody else: those who write in the case, or the linker where data go there. A delivery expires, each file can be fetched so
/// many times, and what the case recalls, suspends or ends is closed at once. Each file leaves a line in the audit log before its first byte.
/// </summary>
/// <param name="door">Who may, and the audit log.</param>
/// <param name="lists">The recipient's cases.</param>
/// <param name="index">The extracts of cases.</param>
/// <param name="extracts">The extracts.</param>
/// <param name="deliveries">Their files.</param>
/// <param name="counts">How often they were fetched.</param>
/// <param name="options">How they are handed out.</param>
/// <param name="clock">The time.</param>
public sealed class Deliveries(
    ExtractDoor door, ListStore lists, CaseExtracts index, ExtractStore extracts, DeliveryStore deliveries, DownloadCounts counts, IOptions<DeliveryOptions> options, TimeProvider clock)
{
    private const int Page = 200;

    /// <summary>All deliveries to the sender of the request.</summary>
    public Task<IActionResult> ListAsync(HttpRequest request, CancellationToken cancellationToken) => door.RunAsync(request, IsRecipient, async actor =>
    {
        var views = new List<DeliveryView>();
        foreach (var caseId in await CasesAsync(actor, cancellationToken))
        {
            foreach (var entry in await index.ListAsync(caseId, cancellationToken))
            {
                if (await FindAsync(entry.Id, actor, cancellationToken) is { } found)
                {
                    views.Add(await ViewAsync(found, cancellationToken));
                }
            }
        }

        return new JsonAnswer(views.OrderBy(view => view.At).ToList());
    }, cancellationToken);

    /// <summary>One delivery.</summary>
    public Task<IActionResult> ShowAsync(HttpRequest request, string id, CancellationToken cancellationToken) => door.RunAsync(request, IsRecipient, async actor =>
        await FindAsync(id, actor, cancellationToken) is { } found ? new JsonAnswer(await ViewAsync(found, cancellationToken)) : ProblemResult.Of(Problems.NoDelivery), cancellationToken);

    /// <summary>A file of a delivery. A part of one cannot be asked for: what is counted is whole files.</summary>
    public Task<IActionResult> FileAsync(HttpRequest request, string id, string name, CancellationToken cancellationToken) => door.RunAsync(request, IsRecipient, async actor =>
    {
        if (await FindAsync(id, actor, cancellationToken) is not { } found || found.Delivery.Files.FirstOrDefault(file => file.Name == name) is not { } file)
        {
            return ProblemResult.Of(Problems.NoDelivery);
        }

        if (Closed(found) is { } closed)
        {
            return ProblemResult.Of(closed.Problem, closed.About);
        }

        if (await deliveries.OpenAsync(found.Delivery, file.Name, cancellationToken) is not { } content)
        {
            return ProblemResult.Of(Problems.NoDelivery);
        }

        if (!await counts.TakeAsync(found.State.Id, id, file.Name, options.Value.Downloads, cancellationToken))
        {
            await content.DisposeAsync();
            return ProblemResult.Of(Problems.DeliveryUsed, file.Name);
        }

        await door.NoteAsync(actor, "delivery-fetched", id, file.Name, once: false, cancellationToken);
        return OpenedFile.Of(request, content, file.Bytes, file.Name);
    }, cancellationToken);

    private static bool IsRecipient(Actor actor) => actor.Role is Role.Applicant or Role.Linker;

    // To everybody else a delivery does not exist.
    private async Task<Found?> FindAsync(string id, Actor actor, CancellationToken cancellationToken)
    {
        if (!ExtractStore.IsPossible(id) || await extracts.FindOrderAsync(id, cancellationToken) is not { } stored
            || await door.FindCaseAsync(stored.Order.Case, actor, cancellationToken) is not { } state || state.FindOrder(stored.Order.Order) is not { } order
            || Relations.Of(state, actor) is not (Relation.Owner or Relation.Editor or Relation.Designated) || order.ViaLinker != (actor.Role == Role.Linker)
            || await extracts.FindStateAsync(id, cancellationToken) is not { Delivery: { } delivery } extract)
        {
            return null;
        }

        return new Found(id, state, order, extract, delivery);
    }

    // Why it cannot be fetched; null when it can.
    private (Problem Problem, string? About)? Closed(Found found)
    {
        var (state, order) = (found.State, found.Order);
        return found.Extract.Status != ExtractStatus.Delivered || state.Suspended is not null || state.Phase is not (Phase.Fulfilment or Phase.Active or Phase.Expiring)
            || order.Output?.Reference != found.Id || order.State is not (OrderState.Released or OrderState.ReceiptConfirmed or OrderState.AtLinker or OrderState.Linked)
                ? (Problems.DeliveryClosed, null)
            : found.Delivery.Room is { } room ? (Problems.DeliveryClosed, $"Leveransen ligger i analyserommet {room}.")
            : found.Delivery.DeletedAt is not null || clock.GetUtcNow().UtcDateTime >= found.Delivery.ExpiresAt ? (Problems.DeliveryExpired, null)
            : null;
    }

    private async Task<DeliveryView> ViewAsync(Found found, CancellationToken cancellationToken)
    {
        var used = await counts.FindAsync(found.State.Id, found.Id, cancellationToken);
        var closed = Closed(found);
        return new DeliveryView(
            found.Id, found.State.Id, found.Order.Id, found.Delivery.At, found.Delivery.ExpiresAt, found.Delivery.Room, closed?.About ?? closed?.Problem.Norwegian,
            [.. found.Delivery.Files.Select(file => new DeliveryView.File(file.Name, file.Bytes, file.Sha256, Math.Max(0, options.Value.Downloads - used.GetValueOrDefault(file.Name))))]);
    }

    private async Task<IReadOnlyList<string>> CasesAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Role == Role.Linker && actor.Organisation is null)
        {
            return [];
        }

        var cases = new List<string>();
        var list = ListKey.Of(actor.Role, actor.Role == Role.Linker ? actor.Organisation : actor.Subject);
        string? after = null;
        do
        {
            var (entries, next) = await lists.PageAsync(list, after, Page, cancellationToken);
            cases.AddRange(entries.Select(entry => entry.Case));
            after = next;
        }
        while (after is not null);

        // A case that changes its place meanwhile may be met twice.
        return [.. cases.Distinct(StringComparer.Ordinal)];
    }

    private sealed record Found(string Id, CaseState State, SourceOrder Order, ExtractState Extract, ExtractDelivery Delivery);
}
