using System.Text.Json;
using System.Text.RegularExpressions;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Catalogue;
using Kpr.Core.Extracts.Orders;
using Kpr.Functions.Applications.Http;
using Kpr.Functions.Statistics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Kpr.Functions.Extracts.Http;

/// <summary>Extracts over HTTP, for the register's staff: ordered, held against the case at once, and seen in figures.</summary>
/// <param name="door">Who may, and the audit log.</param>
/// <param name="index">The extracts of cases.</param>
/// <param name="extracts">The extracts.</param>
/// <param name="tell">Tells whoever makes them.</param>
/// <param name="clock">The time.</param>
public sealed partial class OrderExtracts(ExtractDoor door, CaseExtracts index, ExtractStore extracts, TellPreparation tell, TimeProvider clock)
{
    private const int IdLength = 32;
    private const string Risk = "risk.json";

    /// <summary>Orders an extract. Its id follows from the sender and the idempotency key.</summary>
    public Task<IActionResult> StartAsync(HttpRequest request, CancellationToken cancellationToken) => door.RunAsync(request, ExtractDoor.IsStaff, async actor =>
    {
        var (headers, wrong) = WriteHeaders.Read(request, versioned: false);
        var (order, sent, problem) = headers is null ? (null, "", wrong) : await ReadAsync(request, cancellationToken);
        if (order is null)
        {
            return problem!;
        }

        var id = ExtractDoor.Hash($"{actor.Subject}\n{headers!.Key}")[..IdLength];
        var fingerprint = ExtractDoor.Hash(sent);
        var known = await extracts.FindOrderAsync(id, cancellationToken);
        if (known is null)
        {
            var (decision, refused) = await JudgeAsync(order, actor, cancellationToken);
            if (refused is not null)
            {
                return refused;
            }

            // The case's list first: an extract that no case finds would be nobody's.
            await index.AddAsync(order.Case, id, cancellationToken);
            known = await extracts.AddAsync(id, new StoredExtract(order, decision, ExtractDoor.By(actor), clock.GetUtcNow().UtcDateTime, fingerprint), cancellationToken);
        }

        return known.Fingerprint != fingerprint ? ProblemResult.Of(Problems.KeyInUse) : await AcceptAsync(id, known, actor, cancellationToken);
    }, cancellationToken);

    /// <summary>Where an extract stands.</summary>
    public Task<IActionResult> ShowAsync(HttpRequest request, string id, CancellationToken cancellationToken) => door.RunAsync(request, ExtractDoor.MayRead, async actor =>
    {
        if (await FindAsync(id, actor, cancellationToken) is not { } stored)
        {
            return ProblemResult.Of(Problems.NoExtract);
        }

        await door.NoteAsync(actor, "extract-read", id, stored.Order.Case, once: false, cancellationToken);
        var state = await extracts.FindStateAsync(id, cancellationToken);
        return new JsonAnswer(ExtractView.Of(
            id, stored, state, await extracts.FindReleaseAsync(id, cancellationToken), IsMade(state) ? await extracts.FindFileAsync(id, Risk, cancellationToken) : null));
    }, cancellationToken);

    /// <summary>A file of an extract that tells of no one person: codebook, data package, risk figures, what differs from the one before.</summary>
    public Task<IActionResult> FileAsync(HttpRequest request, string id, string name, CancellationToken cancellationToken) => door.RunAsync(request, ExtractDoor.MayRead, async actor =>
    {
        if (!FileName().IsMatch(name) || await FindAsync(id, actor, cancellationToken) is null || !IsMade(await extracts.FindStateAsync(id, cancellationToken))
            || await extracts.FindFileAsync(id, name, cancellationToken) is not { } content)
        {
            return ProblemResult.Of(Problems.NoExtract);
        }

        await door.NoteAsync(actor, "extract-file-read", id, name, once: false, cancellationToken);
        return new FileAnswer(content, MediaType(name), name);
    }, cancellationToken);

    /// <summary>The extracts of a case.</summary>
    public Task<IActionResult> ListAsync(HttpRequest request, CancellationToken cancellationToken) => door.RunAsync(request, ExtractDoor.MayRead, async actor =>
    {
        if (await door.FindCaseAsync(request.Query["case"], actor, cancellationToken) is not { } state)
        {
            return ProblemResult.Of(Problems.NotFound);
        }

        await door.NoteAsync(actor, "extracts-listed", state.Id, "", once: false, cancellationToken);
        var views = new List<ExtractView>();
        foreach (var entry in await index.ListAsync(state.Id, cancellationToken))
        {
            if (await extracts.FindOrderAsync(entry.Id, cancellationToken) is { } stored)
            {
                views.Add(ExtractView.Of(
                    entry.Id, stored, await extracts.FindStateAsync(entry.Id, cancellationToken), await extracts.FindReleaseAsync(entry.Id, cancellationToken)));
            }
        }

        return new JsonAnswer(views.OrderBy(view => view.OrderedAt).ToList());
    }, cancellationToken);

    // The number of the decision in force, or why the case does not allow it today.
    private async Task<(int Decision, ProblemResult? Problem)> JudgeAsync(ExtractOrder order, Actor actor, CancellationToken cancellationToken)
    {
        if (await door.FindCaseAsync(order.Case, actor, cancellationToken) is not { } state)
        {
            return (0, ProblemResult.Of(Problems.NotFound));
        }

        if (state.FindOrder(order.Order) is not { Register: KprVariables.Register, State: Core.Cases.Orders.OrderState.Extracting })
        {
            return (0, ProblemResult.Of(Problems.ExtractClosed, "Bestillingen i saken er ikke under uttrekk."));
        }

        if (ExtractGrant.Of(state, order.Order, out var grant) is { } closed)
        {
            return (0, ProblemResult.Of(Problems.ExtractClosed, closed.Message));
        }

        if (ExtractReading.Read(order, grant!, ReferenceData.Default, out _) is { } fault)
        {
            return (0, ProblemResult.Of(Problems.BadExtract, fault.Message));
        }

        foreach (var entry in await index.ListAsync(state.Id, cancellationToken))
        {
            if (await extracts.FindOrderAsync(entry.Id, cancellationToken) is { } other && other.Order.Order == order.Order
                && await extracts.FindStateAsync(entry.Id, cancellationToken) is not { IsEnded: true })
            {
                return (0, ProblemResult.Of(Problems.ExtractClosed, $"Uttrekket {entry.Id} er under arbeid for samme bestilling."));
            }
        }

        return (grant!.DecisionVersion, null);
    }

    private async Task<IActionResult> AcceptAsync(string id, StoredExtract stored, Actor actor, CancellationToken cancellationToken)
    {
        await door.NoteAsync(actor, "extract-ordered", id, $"{stored.Order.Case} {stored.Order.Order}", once: true, cancellationToken);
        var state = await extracts.FindStateAsync(id, cancellationToken);
        if (state is null)
        {
            // Told again when it is sent again: whoever died in between would have told nobody.
            await tell.SendAsync(id, ExtractStatus.Ordered, cancellationToken);
        }

        return new JsonAnswer(ExtractView.Of(id, stored, state, null), StatusCodes.Status202Accepted) { Location = $"/api/extracts/{id}" };
    }

    private async Task<StoredExtract?> FindAsync(string id, Actor actor, CancellationToken cancellationToken) =>
        ExtractStore.IsPossible(id) && await extracts.FindOrderAsync(id, cancellationToken) is { } stored
        && await door.FindCaseAsync(stored.Order.Case, actor, cancellationToken) is not null ? stored : null;

    private static bool IsMade(ExtractState? state) => state is { Status: ExtractStatus.Prepared or ExtractStatus.Released or ExtractStatus.Delivered };

    private static string MediaType(string name) => Path.GetExtension(name) switch
    {
        ".json" => "application/json; charset=utf-8",
        ".html" => "text/html; charset=utf-8",
        ".csv" => "text/csv; charset=utf-8",
        ".txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };

    private static async Task<(ExtractOrder? Order, string Sent, ProblemResult? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (body, problem) = await RequestBody.ReadJsonAsync(request, cancellationToken);
        if (problem is not null || body.ValueKind != JsonValueKind.Object)
        {
            return (null, "", problem ?? ProblemResult.Of(Problems.BadJson));
        }

        try
        {
            return body.Deserialize<ExtractOrder>(TableJson.Options) is { Case: not null, Order: not null, Datasets: not null, Population: not null } order
                ? (order, body.GetRawText(), null)
                : (null, "", ProblemResult.Of(Problems.BadExtract, "case, order, datasets, population"));
        }
        catch (JsonException)
        {
            return (null, "", ProblemResult.Of(Problems.BadExtract, "JSON"));
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,79}\z")]
    private static partial Regex FileName();
}
