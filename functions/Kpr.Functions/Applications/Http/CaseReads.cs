using System.Globalization;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Catalogue;
using Kpr.Functions.Applications.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Kpr.Functions.Applications.Http;

/// <summary>What can be seen of a case beside the case itself.</summary>
/// <param name="read">Who may, and the audit log.</param>
/// <param name="store">The cases.</param>
/// <param name="process">The rules.</param>
/// <param name="clock">The time.</param>
public sealed class CaseReads(ReadCase read, CaseStore store, CaseProcess process, TimeProvider clock)
{
    private const int MostEvents = 500;

    private DateOnly Today => NorwegianTime.DateAt(clock.GetUtcNow());

    /// <summary>What happened.</summary>
    public Task<IActionResult> TimelineAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        read.RunAsync(request, id, "timeline", async (state, actor) =>
        {
            var events = new List<Recorded<CaseEvent>>();
            await foreach (var recorded in store.EventsAsync(id, cancellationToken))
            {
                events.Add(recorded);
            }

            return new JsonAnswer(TimelineView.Of(state, events, actor, process, Today)) { Version = state.Version };
        }, cancellationToken);

    /// <summary>The events as they are stored, page by page.</summary>
    public Task<IActionResult> EventsAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        read.RunAsync(request, id, "events", async (state, actor) =>
        {
            if (!CaseView.IsUnit(actor.Role) && actor.Role != Role.AppealBody)
            {
                return ProblemResult.Of(Problems.NotForRole);
            }

            if (Number(request, "after", 0) is not { } after || Number(request, "take", MostEvents) is not (> 0 and <= MostEvents and var take))
            {
                return ProblemResult.Of(Problems.BadParameter, "after, take");
            }

            var lines = (await LinesAsync(id, cancellationToken)).Skip((int)after).Take((int)take).ToList();
            var page = new EventPage(
                id, [.. lines.Select(line => new EventPage.Item(System.Text.Json.Nodes.JsonNode.Parse(line.Line)!, line.Hash))],
                after + lines.Count < state.Version ? $"/api/cases/{id}/events?after={(after + lines.Count).ToString(CultureInfo.InvariantCulture)}" : null);
            return new JsonAnswer(page) { Version = state.Version };
        }, cancellationToken);

    /// <summary>What is next.</summary>
    public Task<IActionResult> NextAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        read.RunAsync(request, id, "next", async (state, actor) =>
            new JsonAnswer(NextView.Of(state, actor, process, Today, await store.OutboxAsync(id, cancellationToken))) { Version = state.Version }, cancellationToken);

    /// <summary>What is lacking.</summary>
    public Task<IActionResult> CompletenessAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        read.RunAsync(request, id, "completeness", (state, actor) => (object)CompletenessView.Of(state, actor, process.Policy, Today), cancellationToken);

    /// <summary>What a version changed.</summary>
    public Task<IActionResult> DiffAsync(HttpRequest request, string id, string number, CancellationToken cancellationToken) =>
        read.RunAsync(request, id, "diff", async (state, actor) =>
        {
            var against = request.Query["against"].ToString() is { Length: > 0 } given ? given : null;
            CaseState? parent = null;
            if (against == DiffView.Parent && state.Parent is { } link)
            {
                // Whoever may not read the parent does not see it in a comparison either.
                parent = (await store.LoadAsync(link.Case, cancellationToken)).State;
                parent = CaseReading.Allows(parent, actor) ? parent : null;
            }

            return DiffView.Of(state, number, against, parent) is { } diff ? new JsonAnswer(diff) { Version = state.Version } : null;
        }, cancellationToken);

    /// <summary>All that the appeal body needs.</summary>
    public Task<IActionResult> AppealBundleAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        read.RunAsync(request, id, "appeal-bundle", async (state, actor) =>
        {
            if (!CaseView.IsUnit(actor.Role) && actor.Role != Role.AppealBody)
            {
                return ProblemResult.Of(Problems.NotForRole);
            }

            if (state.Appeal is null)
            {
                return null;
            }

            var (content, name) = AppealBundle.Of(state, await LinesAsync(id, cancellationToken));
            request.HttpContext.Response.Headers["Kpr-Bundle"] = name;
            return new JsonAnswer(content) { Version = state.Version };
        }, cancellationToken);

    private async Task<List<(byte[] Line, string Hash)>> LinesAsync(string id, CancellationToken cancellationToken)
    {
        var lines = new List<(byte[], string)>();
        await foreach (var line in store.LinesAsync(id, cancellationToken))
        {
            lines.Add(line);
        }

        return lines;
    }

    private static long? Number(HttpRequest request, string name, long otherwise) =>
        request.Query[name].ToString() is not { Length: > 0 } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
