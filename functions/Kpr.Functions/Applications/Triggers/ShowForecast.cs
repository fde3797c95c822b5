using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Applications.Triggers;

/// <summary>GET /api/forecast: how long applications like this have waited. Open to everybody.</summary>
public sealed class ShowForecast(Forecast forecast)
{
    /// <summary>Answers.</summary>
    [Function(nameof(ShowForecast))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "forecast")] HttpRequest request, CancellationToken cancellationToken) =>
        forecast.AnswerAsync(cancellationToken);
}
