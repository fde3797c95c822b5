using Microsoft.DurableTask;

namespace Kpr.LocalAzure.Durable;

/// <summary>Calls again what failed. Its decisions are made anew at every replay, from the same facts.</summary>
internal static class Retries
{
    public static async Task<T> CallAsync<T>(ReplayContext context, TaskRetryOptions? retry, Func<Task<T>> call)
    {
        var first = context.CurrentUtcDateTime;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call();
            }
            catch (TaskFailedException failure) when (retry is not null)
            {
                if (!await ShallRetryAsync(context, retry, failure, attempt, first))
                {
                    throw;
                }
            }
        }
    }

    private static async Task<bool> ShallRetryAsync(ReplayContext context, TaskRetryOptions retry, TaskFailedException failure, int attempt, DateTime first)
    {
        var total = context.CurrentUtcDateTime - first;
        if (retry.Handler is { } handler)
        {
            return await handler(new RetryContext(context, attempt, failure.FailureDetails, total, CancellationToken.None));
        }

        var policy = retry.Policy!;
        if (attempt >= policy.MaxNumberOfAttempts
            || (policy.RetryTimeout != Timeout.InfiniteTimeSpan && total >= policy.RetryTimeout)
            || !policy.Handles(failure.FailureDetails))
        {
            return false;
        }

        await context.CreateTimer(context.CurrentUtcDateTime + Pause(policy, attempt), CancellationToken.None);
        return true;
    }

    private static TimeSpan Pause(RetryPolicy policy, int attempt) => TimeSpan.FromTicks(
        (long)Math.Min(policy.MaxRetryInterval.Ticks, policy.FirstRetryInterval.Ticks * Math.Pow(policy.BackoffCoefficient, attempt - 1)));
}
