using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Senders.Triggers;

/// <summary>What a sender sees of its own reporting, over HTTP: JSON, or CSV for a spreadsheet (<c>format=csv</c>, or Accept: text/csv).</summary>
public sealed class SenderHttp(SenderView view)
{
    /// <summary>GET /api/senders/{sender}: all at a glance, of the year asked for (<c>year</c>), else of this.</summary>
    [Function("SenderOverview")]
    public async Task<IActionResult> Overview(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "senders/{sender}")] HttpRequest request, string sender, CancellationToken cancellationToken) =>
        Question.Read(request, sender, view.ThisYear, out var year) ?? Answers.Json(await view.OverviewAsync(sender, year, cancellationToken));

    /// <summary>GET /api/senders/{sender}/figures: users, events and claims by service, beside the year before.</summary>
    [Function("SenderFigures")]
    public async Task<IActionResult> Figures(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "senders/{sender}/figures")] HttpRequest request, string sender, CancellationToken cancellationToken)
    {
        if (Question.Read(request, sender, view.ThisYear, out var year) is { } refusal)
        {
            return refusal;
        }

        var figures = await view.FiguresAsync(sender, year, cancellationToken);
        return Answers.WantsCsv(request) ? Answers.Csv(Tables.Figures(figures), $"tall-{sender}-{year}.csv") : Answers.Json(figures);
    }

    /// <summary>GET /api/senders/{sender}/missing: what was due in the year and has not come.</summary>
    [Function("SenderMissing")]
    public async Task<IActionResult> Missing(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "senders/{sender}/missing")] HttpRequest request, string sender, CancellationToken cancellationToken)
    {
        if (Question.Read(request, sender, view.ThisYear, out var year) is { } refusal)
        {
            return refusal;
        }

        var missing = await view.MissingAsync(sender, year, cancellationToken);
        return Answers.WantsCsv(request) ? Answers.Csv(Tables.Missing(missing), $"mangler-{sender}-{year}.csv") : Answers.Json(missing);
    }
}
