using Kpr.Core.Cases.Parties;
using Kpr.Core.Invoices.Bills;
using Kpr.Core.Pricing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Billing.Triggers;

/// <summary>What finance does, over HTTP. Giving a command twice is no fault; a refusal is 409 with its number.</summary>
public sealed class BillHttp(BillCase bills, ExecuteBill execute, SendBill send, IOptions<BillingOptions> options)
{
    private static readonly Actor Finance = new(Role.Finance, "finance");

    /// <summary>POST /api/invoices/{biller}/bills/{bill}/issue: locks, numbers and sends a bill.</summary>
    [Function("InvoiceIssue")]
    public async Task<IActionResult> Issue(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "invoices/{biller}/bills/{bill}/issue")] HttpRequest request, string biller, string bill,
        CancellationToken cancellationToken) => Answer(await bills.IssueAsync(biller, bill, cancellationToken));

    /// <summary>POST /api/invoices/{biller}/bills/{bill}/credit?reason=…: takes a bill back with a credit note, and sends it.</summary>
    [Function("InvoiceCredit")]
    public async Task<IActionResult> Credit(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "invoices/{biller}/bills/{bill}/credit")] HttpRequest request, string biller, string bill,
        CancellationToken cancellationToken)
    {
        var answer = await execute.CreditAsync(biller, bill, $"{request.Query["reason"]}", Finance, cancellationToken);
        return Answer(answer.Refusal is null ? await send.RunAsync(biller, bill, cancellationToken) : answer);
    }

    /// <summary>POST /api/invoices/{biller}/bills/{bill}/remind: reminds the buyer.</summary>
    [Function("InvoiceRemind")]
    public async Task<IActionResult> Remind(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "invoices/{biller}/bills/{bill}/remind")] HttpRequest request, string biller, string bill,
        CancellationToken cancellationToken) => Answer(await send.RemindAsync(biller, bill, options.Value.LateCharge, Finance, cancellationToken));

    /// <summary>POST /api/invoices/{biller}/bills/{bill}/pay?ore=…&amp;on=…&amp;reference=…: money came; the same reference counts once.</summary>
    [Function("InvoicePay")]
    public async Task<IActionResult> Pay(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "invoices/{biller}/bills/{bill}/pay")] HttpRequest request, string biller, string bill,
        CancellationToken cancellationToken) =>
        long.TryParse(request.Query["ore"], out var ore) && DateOnly.TryParseExact(request.Query["on"], "yyyy-MM-dd", out var on)
            ? Answer(await execute.RunAsync(biller, bill, Finance, cancellationToken, new PayBill(new Money(ore), on, $"{request.Query["reference"]}")))
            : new BadRequestResult();

    private static ObjectResult Answer(BillAnswer answer) => answer.Refusal is { } refusal
        ? new ConflictObjectResult(new ProblemDetails { Status = StatusCodes.Status409Conflict, Title = refusal.Norwegian, Detail = string.Join(", ", refusal.About), Extensions = { ["number"] = refusal.Number } })
        : new OkObjectResult(new { answer.Bill.Id, State = answer.Bill.State.ToString(), answer.Bill.Number, answer.Bill.CreditNote, Outstanding = answer.Bill.Outstanding.Ore });
}
