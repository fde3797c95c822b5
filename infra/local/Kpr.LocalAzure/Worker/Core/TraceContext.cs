namespace Microsoft.Azure.Functions.Worker;

/// <summary>The trace an invocation belongs to, as W3C trace context has it.</summary>
public abstract class TraceContext
{
    /// <summary>The <c>traceparent</c>; empty when there is no tracing.</summary>
    public abstract string TraceParent { get; }

    /// <summary>The <c>tracestate</c>; empty when there is no tracing.</summary>
    public abstract string TraceState { get; }
}
