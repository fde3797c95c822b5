namespace Microsoft.Azure.Functions.Worker;

/// <summary>Which retry an invocation is.</summary>
public abstract class RetryContext
{
    /// <summary>0 for the first run.</summary>
    public abstract int RetryCount { get; }

    /// <summary>The most retries.</summary>
    public abstract int MaxRetryCount { get; }
}
