using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Applications.Notices.Triggers;

/// <summary>GET /api/notices/dead: notices that were given up, for an operator. They hold ids, dates and the reason.</summary>
public sealed class DeadNotices(NoticeStore store)
{
    /// <summary>All of them.</summary>
    [Function(nameof(DeadNotices))]
    public async Task<IActionResult> Run([HttpTrigger(AuthorizationLevel.Function, "get", Route = "notices/dead")] HttpRequest request, CancellationToken cancellationToken) =>
        new OkObjectResult((await store.DeadAsync(cancellationToken)).Select(notice => new
        {
            notice.Id, notice.Case, notice.Template, Recipient = notice.Recipient.ToString(), Channel = notice.Channel.ToString(), notice.Tries, notice.Reason, notice.At,
        }));
}
