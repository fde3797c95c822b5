using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Ingest.Triggers;

/// <summary>POST /api/files/{file}/replay: drives on a file that failed or is stuck.</summary>
public sealed class Replay(IngestLedger ledger, ReplayFile replay)
{
    /// <summary>202 when the file is driven on or somebody is at work on it, 404 when there is none, 409 when it has its receipt.</summary>
    [Function("FileReplay")]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "files/{file}/replay")] HttpRequest request, string file, CancellationToken cancellationToken)
    {
        var row = await ledger.FindAsync(file, cancellationToken);
        if (row is null)
        {
            return new NotFoundResult();
        }

        if (row.State is FileState.Completed or FileState.Refused)
        {
            return new ConflictObjectResult(new ProblemDetails
            {
                Status = StatusCodes.Status409Conflict,
                Title = "Filen er ferdig behandlet.",
                Detail = row.Receipt.Length > 0 ? $"Kvittering: {row.Receipt}" : row.Reason,
            });
        }

        row.Sweeps = 0;
        await replay.DriveOnAsync(row, cancellationToken);
        return new AcceptedResult($"/api/files/{file}", null);
    }
}
