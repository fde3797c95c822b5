namespace Microsoft.DurableTask;

/// <summary>Whether to try again, at once.</summary>
public delegate bool RetryHandler(RetryContext retryContext);
