using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Senders.Triggers;

/// <summary>What the operator sees of reporting: who is late, and who was reminded. JSON, or CSV for a spreadsheet.</summary>
public sealed class ReportingHttp(LateList late, ReminderLog reminders)
{
    /// <summary>GET /api/reporting/{year}/late: municipalities whose annual report of the data year has not come.</summary>
    [Function("ReportingLate")]
    public async Task<IActionResult> Late(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "reporting/{year}/late")] HttpRequest request, string year, CancellationToken cancellationToken)
    {
        if (!Answers.TryYear(year, out var dataYear))
        {
            return new NotFoundResult();
        }

        var senders = await late.OfAsync(dataYear, cancellationToken);
        return Answers.WantsCsv(request) ? Answers.Csv(Tables.Late(senders), $"mangler-{dataYear}.csv") : Answers.Json(senders);
    }

    /// <summary>GET /api/reporting/{year}/reminders: the reminders that were noted about the data year.</summary>
    [Function("ReportingReminders")]
    public async Task<IActionResult> Reminders(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "reporting/{year}/reminders")] HttpRequest request, string year, CancellationToken cancellationToken)
    {
        if (!Answers.TryYear(year, out var dataYear))
        {
            return new NotFoundResult();
        }

        var notes = await reminders.ReadAsync(dataYear, LateList.Feed, cancellationToken);
        return Answers.WantsCsv(request) ? Answers.Csv(Tables.Reminders(notes), $"paaminnelser-{dataYear}.csv") : Answers.Json(notes);
    }
}
