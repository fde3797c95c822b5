using Kpr.Functions.Billing.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Billing.Triggers;

/// <summary>POST /api/invoices/{biller}/bills/{bill}/{action}: what finance does with a bill.</summary>
public sealed class InvoiceAction(BillWrites writes)
{
    /// <summary>Answers.</summary>
    [Function(nameof(InvoiceAction))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "invoices/{biller}/bills/{bill}/{action}")] HttpRequest request, string biller, string bill, string action, CancellationToken cancellationToken) =>
        writes.RunAsync(request, biller, bill, action, cancellationToken);
}
