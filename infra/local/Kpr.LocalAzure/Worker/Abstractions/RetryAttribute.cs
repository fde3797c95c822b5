namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs a failing function again; timers only.</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class RetryAttribute : Attribute
{
    /// <summary>The most retries after the first run.</summary>
    public int MaxRetryCount { get; set; }
}
