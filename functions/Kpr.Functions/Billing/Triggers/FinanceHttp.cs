using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Billing.Triggers;

/// <summary>What finance sees, over HTTP. Amounts are whole øre.</summary>
public sealed class FinanceHttp(FinanceView view, BillDocuments documents)
{
    /// <summary>GET /api/invoices/{biller}/bills?open=true: a biller's bills, or those that something is owed on.</summary>
    [Function("InvoiceBills")]
    public async Task<IActionResult> Bills(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "invoices/{biller}/bills")] HttpRequest request, string biller, CancellationToken cancellationToken) =>
        new JsonResult(await view.BillsAsync(biller, request.Query["open"] == "true", cancellationToken), BillingJson.Readable);

    /// <summary>GET /api/invoices/{biller}/ledger?format=csv: a biller's ledger.</summary>
    [Function("InvoiceLedger")]
    public async Task<IActionResult> Ledger(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "invoices/{biller}/ledger")] HttpRequest request, string biller, CancellationToken cancellationToken)
    {
        var ledger = await view.LedgerAsync(biller, cancellationToken);
        return request.Query["format"] == "csv"
            ? new FileContentResult([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(FinanceView.Csv(ledger))], "text/csv; charset=utf-8") { FileDownloadName = "reskontro.csv" }
            : new JsonResult(ledger, BillingJson.Readable);
    }

    /// <summary>GET /api/invoices/{biller}/earned: what each register earned.</summary>
    [Function("InvoiceEarned")]
    public async Task<IActionResult> Earned(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "invoices/{biller}/earned")] HttpRequest request, string biller, CancellationToken cancellationToken) =>
        new JsonResult(await view.EarnedAsync(biller, cancellationToken), BillingJson.Readable);

    /// <summary>GET /api/invoices/cases/{caseId}: what a case cost so far, and why.</summary>
    [Function("InvoiceCase")]
    public async Task<IActionResult> Case(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "invoices/cases/{caseId}")] HttpRequest request, string caseId, CancellationToken cancellationToken) =>
        new JsonResult(await view.CaseAsync(caseId, cancellationToken), BillingJson.Readable);

    /// <summary>GET /api/invoices/{biller}/documents/{name}: a document, <c>FHI-000001.xml</c> or <c>.html</c>.</summary>
    [Function("InvoiceDocument")]
    public async Task<IActionResult> Document(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "invoices/{biller}/documents/{name}")] HttpRequest request, string biller, string name,
        CancellationToken cancellationToken) =>
        await documents.FindAsync($"{biller}/{name}", cancellationToken) is { } content
            ? new FileContentResult(content, name.EndsWith(".xml", StringComparison.Ordinal) ? "application/xml" : "text/html; charset=utf-8")
            : new NotFoundResult();
}
