using System.Globalization;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Retries with the same pause each time.</summary>
public sealed class FixedDelayRetryAttribute : RetryAttribute
{
    /// <summary>Retries with the same pause, <c>hh:mm:ss</c>.</summary>
    /// <exception cref="FormatException">The pause is not a time span.</exception>
    public FixedDelayRetryAttribute(int maxRetryCount, string delayInterval)
    {
        _ = TimeSpan.Parse(delayInterval, CultureInfo.InvariantCulture);
        MaxRetryCount = maxRetryCount;
        DelayInterval = delayInterval;
    }

    /// <summary>The pause, <c>hh:mm:ss</c>.</summary>
    public string DelayInterval { get; }
}
