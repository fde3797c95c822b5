namespace Microsoft.Azure.Functions.Worker;

/// <summary>One invocation of a function.</summary>
public abstract class FunctionContext
{
    /// <summary>The id of the invocation, a GUID; the same for all its retries.</summary>
    public abstract string InvocationId { get; }

    /// <summary>The id of the function, stable for a name.</summary>
    public abstract string FunctionId { get; }

    /// <summary>The trace the invocation belongs to.</summary>
    public abstract TraceContext TraceContext { get; }

    /// <summary>What the trigger told.</summary>
    public abstract BindingContext BindingContext { get; }

    /// <summary>Which retry this is; null unless the function has a retry policy.</summary>
    public abstract RetryContext? RetryContext { get; }

    /// <summary>The services of the invocation's scope.</summary>
    public abstract IServiceProvider InstanceServices { get; set; }

    /// <summary>The function.</summary>
    public abstract FunctionDefinition FunctionDefinition { get; }

    /// <summary>Things shared along the invocation.</summary>
    public abstract IDictionary<object, object> Items { get; set; }

    /// <summary>Features by type.</summary>
    public abstract IInvocationFeatures Features { get; }

    /// <summary>Fires when the caller went away or the host stops.</summary>
    public virtual CancellationToken CancellationToken { get; }
}
