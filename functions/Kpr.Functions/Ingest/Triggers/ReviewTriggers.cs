using Kpr.Core.Judging;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Ingest.Triggers;

/// <summary>What an operator decides of a file that is held for review (F25).</summary>
public sealed class ReviewTriggers(ReviewFile review)
{
    /// <summary>POST /api/files/{file}/release: takes the file as it is. 202; 404 when there is none; 409 when it is not held for review.</summary>
    [Function("FileRelease")]
    public Task<IActionResult> Release(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "files/{file}/release")] HttpRequest request, string file, CancellationToken cancellationToken) =>
        DecideAsync(file, Review.Released, cancellationToken);

    /// <summary>POST /api/files/{file}/reject: rejects the file as a whole. 202; 404 when there is none; 409 when it is not held for review.</summary>
    [Function("FileReject")]
    public Task<IActionResult> Reject(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "files/{file}/reject")] HttpRequest request, string file, CancellationToken cancellationToken) =>
        DecideAsync(file, Review.Refused, cancellationToken);

    private async Task<IActionResult> DecideAsync(string file, Review decision, CancellationToken cancellationToken)
    {
        var row = await review.DecideAsync(file, decision, cancellationToken);
        return row is null ? new NotFoundResult()
            : row.Review == decision ? new AcceptedResult($"/api/files/{file}", null)
            : new ConflictObjectResult(new ProblemDetails
            {
                Status = StatusCodes.Status409Conflict,
                Title = row.Review == Review.None ? "Filen er ikke holdt tilbake til gjennomgang." : "Det er alt bestemt noe annet om filen.",
                Detail = row.Receipt.Length > 0 ? $"Kvittering: {row.Receipt}" : null,
            });
    }
}
