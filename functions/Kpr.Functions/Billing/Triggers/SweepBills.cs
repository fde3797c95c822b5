using Kpr.Core.Invoices;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Billing.Triggers;

/// <summary>Every quarter of an hour: sends what was issued and not sent.</summary>
public sealed class SweepBills(SendBill send, Billers billers, ILogger<SweepBills> log)
{
    /// <summary>Sends what was issued and not sent.</summary>
    [Function(nameof(SweepBills))]
    public async Task Run([TimerTrigger("0 */15 * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var sent = 0;
        foreach (var biller in billers.All)
        {
            sent += await send.SweepAsync(biller.Code, cancellationToken);
        }

        Log.BillsSwept(log, sent);
    }
}
