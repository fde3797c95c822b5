using System.Globalization;
using Kpr.Core.Formats;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Rehearsals.Triggers;

/// <summary>Files that are answered, judged again under the rules of today, over HTTP: a dry run, or in earnest.</summary>
public sealed class Rehearse(RehearseFiles rehearse)
{
    private const int MostFiles = 100;
    private const string DayForm = "yyyy-MM-dd";

    /// <summary>
    /// POST /api/files/{feed}/{sender}/rehearse?from=2026-01-01&amp;to=2026-01-31: for each archived file received in the period, what would change; the first
    /// 100. With first and last, only records of these ordinals: one record, or those of a chunk. With apply=true what would change is changed. 400 for a
    /// period or range that is none, 404 for an unknown feed.
    /// </summary>
    [Function("FileRehearse")]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "files/{feed}/{sender}/rehearse")] HttpRequest request, string feed, string sender,
        CancellationToken cancellationToken)
    {
        if (Feeds.Find(feed) is not { } known)
        {
            return new NotFoundResult();
        }

        var (query, all) = (request.Query, !request.Query.ContainsKey("first") && !request.Query.ContainsKey("last"));
        var (first, last) = (0L, long.MaxValue);
        if (!DateOnly.TryParseExact(query["from"], DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
            || !DateOnly.TryParseExact(query["to"], DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var to) || from > to
            || (!all && !(long.TryParse(query["first"], NumberStyles.None, CultureInfo.InvariantCulture, out first)
                && long.TryParse(query["last"], NumberStyles.None, CultureInfo.InvariantCulture, out last) && first is > 0 && first <= last)))
        {
            return new BadRequestObjectResult(new ProblemDetails
            {
                Status = StatusCodes.Status400BadRequest,
                Title = "Oppgi from og to som datoer (2026-01-31), og first og last som postenes plass i filen.",
            });
        }

        var files = new List<RehearsedFile>();
        await foreach (var file in rehearse.RunAsync(known, sender, (from, to), (first, last), query["apply"] == "true", cancellationToken))
        {
            files.Add(file);
            if (files.Count == MostFiles)
            {
                break;
            }
        }

        return new JsonResult(files, RehearsalsJson.Default.Options);
    }
}
