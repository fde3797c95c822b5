namespace Microsoft.Azure.Functions.Worker;

/// <summary>What the trigger told about the invocation.</summary>
public abstract class BindingContext
{
    /// <summary>Values by name: route and query, parts of a blob's path, marks of a message.</summary>
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}
