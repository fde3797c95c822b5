using System.Globalization;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Retries with a pause that doubles.</summary>
public sealed class ExponentialBackoffRetryAttribute : RetryAttribute
{
    /// <summary>Retries with a pause that doubles between two bounds, <c>hh:mm:ss</c>.</summary>
    /// <exception cref="FormatException">A bound is not a time span.</exception>
    public ExponentialBackoffRetryAttribute(int maxRetryCount, string minimumInterval, string maximumInterval)
    {
        _ = TimeSpan.Parse(minimumInterval, CultureInfo.InvariantCulture);
        _ = TimeSpan.Parse(maximumInterval, CultureInfo.InvariantCulture);
        MaxRetryCount = maxRetryCount;
        MinimumInterval = minimumInterval;
        MaximumInterval = maximumInterval;
    }

    /// <summary>The first pause.</summary>
    public string MinimumInterval { get; }

    /// <summary>The longest pause.</summary>
    public string MaximumInterval { get; }
}
