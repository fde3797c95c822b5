namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs a failing function again; timers only.</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class RetryAttribute : Attribute
{
#pragma warning disable CA1012 // The genuine one is public too.
    /// <summary>For derived attributes.</summary>
    public RetryAttribute()
    {
    }
#pragma warning restore CA1012

    /// <summary>The most retries after the first run.</summary>
    public int MaxRetryCount { get; set; }
}
