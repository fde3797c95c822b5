using System.Globalization;
using System.Text;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Invoices;
using Kpr.Functions.Applications;
using Kpr.Functions.Applications.Http;
using Kpr.Functions.Azure;
using Kpr.Functions.Register;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Kpr.Functions.Billing.Http;

/// <summary>
/// Shows finance's view over HTTP, as JSON or, with <c>?format=csv</c>, as a spreadsheet reads it. Amounts in JSON are whole øre. Buyers may be persons: who was
/// shown what stands in the audit log.
/// </summary>
public sealed class BillReads(Callers callers, ReadCase cases, FinanceView view, BillDocuments documents, Billers billers, AuditLog audit, TimeProvider clock)
{
    /// <summary>A biller's bills, or those that something is owed on.</summary>
    public Task<IActionResult> BillsAsync(HttpRequest request, string biller, CancellationToken cancellationToken) => OfBillerAsync(
        request, biller, "bills", async () => Shown(request, await view.BillsAsync(biller, request.Query["open"] == "true", cancellationToken), FinanceCsv.Of, "fakturaer"), cancellationToken);

    /// <summary>A biller's ledger.</summary>
    public Task<IActionResult> LedgerAsync(HttpRequest request, string biller, CancellationToken cancellationToken) => OfBillerAsync(
        request, biller, "ledger", async () => Shown(request, await view.LedgerAsync(biller, cancellationToken), FinanceCsv.Of, "reskontro"), cancellationToken);

    /// <summary>What each register earned on a biller's bills.</summary>
    public Task<IActionResult> EarnedAsync(HttpRequest request, string biller, CancellationToken cancellationToken) => OfBillerAsync(
        request, biller, "earned", async () => Shown(request, await view.EarnedAsync(biller, cancellationToken), FinanceCsv.Of, "inntekter"), cancellationToken);

    /// <summary>A document: <c>FHI-000001.xml</c> or <c>.html</c>.</summary>
    public Task<IActionResult> DocumentAsync(HttpRequest request, string biller, string name, CancellationToken cancellationToken) => OfBillerAsync(
        request, biller, BillId.IsPossible(name) ? name : "-", async () =>
        {
            if (!BillId.IsPossible(name) || await documents.FindAsync($"{biller}/{name}", cancellationToken) is not { } content)
            {
                return ProblemResult.Of(Problems.NoBill);
            }

            // A page has its style within it, and nothing else runs.
            HttpJson.Guard(request.HttpContext.Response);
            request.HttpContext.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
            return new FileContentResult(content, name.EndsWith(".xml", StringComparison.Ordinal) ? "application/xml" : "text/html; charset=utf-8");
        }, cancellationToken);

    /// <summary>What a case cost so far, and why: all of it to who pays and to Helsedataservice, to others their biller's part. Written in the audit log like any reading of the case.</summary>
    public Task<IActionResult> CaseAsync(HttpRequest request, string caseId, CancellationToken cancellationToken) =>
        cases.RunAsync(request, caseId, "costs", async (state, actor) =>
        {
            var costs = await view.CaseAsync(state.Id, cancellationToken);
            return Shown(request, [.. costs.Where(row => MaySee(actor, row.Biller))], FinanceCsv.Of, "kostnader");
        }, cancellationToken);

    private bool MaySee(Actor actor, string biller) => FinanceAccess.SeesAll(actor) || (billers.Find(biller) is { } known && FinanceAccess.MayRead(actor, known));

    private async Task<IActionResult> OfBillerAsync(HttpRequest request, string biller, string what, Func<Task<IActionResult>> show, CancellationToken cancellationToken)
    {
        var (actor, problem) = await callers.OfAsync(request, cancellationToken);
        if (actor is null)
        {
            return problem!;
        }

        if (billers.Find(biller) is not { } known || !FinanceAccess.MayRead(actor, known))
        {
            return ProblemResult.Of(Problems.NotForRole);
        }

        try
        {
            await NoteAsync(actor, biller, what, cancellationToken);
            return await show();
        }
        catch (Exception e) when (Outage.Is(e, cancellationToken))
        {
            return ProblemResult.Of(Problems.Outage);
        }
    }

    // A chain a reader and day, as for lists of cases.
    private async Task NoteAsync(Actor actor, string biller, string what, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var by = $"{actor.Role.ToString().ToLowerInvariant()}:{actor.Subject}";
        var read = new AuditEvent(now, by, "bills-read", biller, actor.Register ?? actor.Organisation ?? "hds", what)
        {
            Once = false,
            Chain = $"lists/{now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}/{ListKey.Of(actor.Role, actor.Subject)}.jsonl",
        };
        await audit.AppendAsync(read, cancellationToken);
    }

    private static IActionResult Shown<T>(HttpRequest request, IReadOnlyList<T> rows, Func<IReadOnlyList<T>, string> csv, string name)
    {
        switch (request.Query["format"].ToString())
        {
            case "":
                return new JsonAnswer(rows);
            case "csv":
                HttpJson.Guard(request.HttpContext.Response);
                return new FileContentResult([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv(rows))], "text/csv; charset=utf-8") { FileDownloadName = $"{name}.csv" };
            default:
                return ProblemResult.Of(Problems.BadParameter, "format");
        }
    }
}
