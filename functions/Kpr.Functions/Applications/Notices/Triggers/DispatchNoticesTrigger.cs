using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Applications.Notices.Triggers;

/// <summary>Every minute: sends notices that wait.</summary>
public sealed class DispatchNoticesTrigger(DispatchNotices dispatch, ILogger<DispatchNoticesTrigger> log)
{
    /// <summary>Sends notices that wait.</summary>
    [Function(nameof(DispatchNotices))]
    public async Task Run([TimerTrigger("0 * * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        if (await dispatch.RunAsync(cancellationToken) is > 0 and var sent)
        {
            Log.NoticesSent(log, sent);
        }
    }
}
