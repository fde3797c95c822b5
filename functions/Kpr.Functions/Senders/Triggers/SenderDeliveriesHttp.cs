using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Senders.Triggers;

/// <summary>A sender's deliveries, over HTTP: JSON page by page, or CSV for a spreadsheet.</summary>
public sealed class SenderDeliveriesHttp(SenderView view)
{
    private const int LongestDownload = 100_000;

    /// <summary>
    /// GET /api/senders/{sender}/deliveries: deliveries that arrived in the year, the latest first; <c>feed</c>, <c>take</c> (1 to 500)
    /// and <c>after</c> (what <c>next</c> said). As CSV all of the year at once.
    /// </summary>
    [Function("SenderDeliveries")]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "senders/{sender}/deliveries")] HttpRequest request, string sender, CancellationToken cancellationToken)
    {
        if (Question.Read(request, sender, view.ThisYear, out var year) is { } refusal)
        {
            return refusal;
        }

        if (Question.Read(request, out var question) is { } malformed)
        {
            return malformed;
        }

        if (Answers.WantsCsv(request))
        {
            var all = await view.DeliveriesAsync(sender, year, question.Feed, null, LongestDownload, cancellationToken);
            return Answers.Csv(Tables.Deliveries(all.Deliveries), $"leveranser-{sender}-{year}.csv");
        }

        return Answers.Json(await view.DeliveriesAsync(sender, year, question.Feed, question.After, question.Take, cancellationToken));
    }
}
