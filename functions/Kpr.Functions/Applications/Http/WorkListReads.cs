using System.Globalization;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Catalogue;
using Kpr.Functions.Azure;
using Kpr.Functions.Register;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Kpr.Functions.Applications.Http;

/// <summary>Work lists over HTTP: what staff is shown of cases in a list stands in the audit log, as what it is shown of one.</summary>
/// <param name="callers">Who asks.</param>
/// <param name="lists">The lists.</param>
/// <param name="audit">The audit log.</param>
/// <param name="clock">The time.</param>
public sealed class WorkListReads(Callers callers, ListStore lists, AuditLog audit, TimeProvider clock)
{
    private const int UsualPage = 50;
    private const int LargestPage = 200;
    private const int LongestRow = 60;

    /// <summary>A page of the reader's list.</summary>
    public async Task<IActionResult> ListAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (actor, problem) = await callers.OfAsync(request, cancellationToken);
        if (actor is null)
        {
            return problem!;
        }

        var (which, after, take) = (request.Query["list"].ToString(), request.Query["after"].ToString(), request.Query["take"].ToString());
        var size = UsualPage;
        if ((take.Length > 0 && !int.TryParse(take, NumberStyles.None, CultureInfo.InvariantCulture, out size)) || size is < 1 or > LargestPage
            || which is not ("" or "mine" or "all") || after.Length > LongestRow || after.Any(char.IsControl))
        {
            return ProblemResult.Of(Problems.BadParameter, "list, after, take");
        }

        if (ListOf(actor, which) is not { } list)
        {
            return ProblemResult.Of(Problems.NotForRole);
        }

        try
        {
            var (entries, next) = await lists.PageAsync(list, after.Length == 0 ? null : after, size, cancellationToken);
            await NoteAsync(actor, list, entries, cancellationToken);
            var today = NorwegianTime.DateAt(clock.GetUtcNow());
            return new JsonAnswer(new WorkListPage(
                [.. entries.Select(entry => new WorkListPage.Item(entry, entry.Due < today, $"/api/cases/{entry.Case}"))],
                next is null ? null : $"/api/cases?list={which}&after={Uri.EscapeDataString(next)}&take={size.ToString(CultureInfo.InvariantCulture)}"));
        }
        catch (Exception e) when (Outage.Is(e, cancellationToken))
        {
            return ProblemResult.Of(Problems.Outage);
        }
    }

    // A chain a reader and day: readers do not wait for each other, and a chain stays short.
    private async Task NoteAsync(Actor actor, string list, IReadOnlyList<WorkListEntry> shown, CancellationToken cancellationToken)
    {
        if (actor.Role is Role.Applicant or Role.System || shown.Count == 0)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var by = $"{actor.Role.ToString().ToLowerInvariant()}:{actor.Subject}";
        var read = new AuditEvent(now, by, "list-read", list, actor.Register ?? actor.Organisation ?? "hds", string.Join(' ', shown.Select(entry => entry.Case)))
        {
            Once = false,
            Chain = $"lists/{now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}/{ListKey.Of(actor.Role, actor.Subject)}.jsonl",
        };
        await audit.AppendAsync(read, cancellationToken);
    }

    // A handler's own cases unless all are asked for; a decider's all unless their own are.
    private static string? ListOf(Actor actor, string which) => actor.Role switch
    {
        Role.Applicant => ListKey.Of(Role.Applicant, actor.Subject),
        Role.Handler => ListKey.Of(Role.Handler, which == "all" ? null : actor.Subject),
        Role.Decider => ListKey.Of(Role.Decider, which == "mine" ? actor.Subject : null),
        Role.Register => ListKey.Of(Role.Register, actor.Register),
        Role.Finance => ListKey.Of(Role.Finance, actor.Register ?? "hds"),
        Role.Linker or Role.Controller => ListKey.Of(actor.Role, actor.Organisation),
        Role.Coordinator or Role.AppealBody or Role.Auditor => ListKey.Of(actor.Role),
        _ => null,
    };
}
