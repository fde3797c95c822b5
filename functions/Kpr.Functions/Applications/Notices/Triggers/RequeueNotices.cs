using Kpr.Core.Cases.Notices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Applications.Notices.Triggers;

/// <summary>POST /api/notices/dead/requeue?id=…: tries notices again that were given up; all of them without an id.</summary>
public sealed class RequeueNotices(NoticeStore store, TimeProvider clock)
{
    /// <summary>Answers how many were put back.</summary>
    [Function(nameof(RequeueNotices))]
    public async Task<IActionResult> Run([HttpTrigger(AuthorizationLevel.Function, "post", Route = "notices/dead/requeue")] HttpRequest request, CancellationToken cancellationToken)
    {
        var requeued = 0;
        var id = request.Query["id"].ToString();
        foreach (var notice in (await store.DeadAsync(cancellationToken)).Where(notice => id.Length == 0 || notice.Id == id))
        {
            var given = new Notice(notice.Id, notice.Tries, notice.State, notice.Tries, notice.NextTry);
            if (new RequeueNotice().Decide(given, clock.GetUtcNow()).Events.Count > 0)
            {
                await store.RequeueAsync(notice with { State = NoticeState.Pending, Tries = 0, Reason = null }, cancellationToken);
                requeued++;
            }
        }

        return new OkObjectResult(new { requeued });
    }
}
