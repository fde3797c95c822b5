namespace Microsoft.DurableTask;

/// <summary>A page of a list.</summary>
/// <param name="values">What is on it.</param>
/// <param name="continuationToken">Where the next begins; null on the last.</param>
public sealed class Page<T>(IReadOnlyList<T> values, string? continuationToken = null)
    where T : notnull
{
    /// <summary>What is on it.</summary>
    public IReadOnlyList<T> Values { get; } = values;

    /// <summary>Where the next begins; null on the last.</summary>
    public string? ContinuationToken { get; } = continuationToken;
}
