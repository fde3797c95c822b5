namespace Microsoft.DurableTask;

/// <summary>Whether to try again; may wait by a timer of the orchestration first.</summary>
public delegate Task<bool> AsyncRetryHandler(RetryContext retryContext);
