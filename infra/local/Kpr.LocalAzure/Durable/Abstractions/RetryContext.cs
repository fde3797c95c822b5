namespace Microsoft.DurableTask;

/// <summary>What a retry handler is told.</summary>
/// <param name="OrchestrationContext">The calling orchestration.</param>
/// <param name="LastAttemptNumber">1 after the first failure.</param>
/// <param name="LastFailure">How the last try failed.</param>
/// <param name="TotalRetryTime">Time since the first call.</param>
/// <param name="CancellationToken">Not used here.</param>
public record RetryContext(
    TaskOrchestrationContext OrchestrationContext, int LastAttemptNumber, TaskFailureDetails LastFailure, TimeSpan TotalRetryTime, CancellationToken CancellationToken);
