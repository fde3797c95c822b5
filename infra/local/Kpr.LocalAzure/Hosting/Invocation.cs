using System.Collections;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.LocalAzure.Hosting;

/// <summary>One invocation: the context that functions and middleware see.</summary>
internal sealed class Invocation(FunctionDescriptor function, IServiceProvider services, IReadOnlyDictionary<string, object?> bindingData, CancellationToken cancellationToken) : FunctionContext
{
    /// <summary>The key under which the HTTP context stands in <see cref="Items"/>.</summary>
    public const string HttpContextKey = "HttpRequestContext";

    private readonly Data _data = new(bindingData);

    public FunctionDescriptor Function => function;

    /// <summary>Makes the value of the trigger's own parameter.</summary>
    public required Func<ParameterInfo, ValueTask<object?>> BindTrigger { get; init; }

    /// <summary>Makes the value of a parameter that no binding names, where the trigger has one for it.</summary>
    public Func<ParameterInfo, object?>? BindOther { get; init; }

    /// <summary>What the function threw.</summary>
    public Exception? Failure { get; set; }

    public InvocationResult Result { get; } = new Returned();

    public Retry? CurrentRetry { get; init; }

    public override string InvocationId => Id;

    public string Id { get; init; } = Guid.NewGuid().ToString();

    public override string FunctionId => function.Id;

    /// <summary>The W3C context that the trigger carried; null for the one that runs.</summary>
    public string? TraceParent { get; init; }

    public override TraceContext TraceContext => new Trace(TraceParent);

    public override BindingContext BindingContext => _data;

    public override RetryContext? RetryContext => CurrentRetry;

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override FunctionDefinition FunctionDefinition => function;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features { get; } = new FeatureSet();

    public override CancellationToken CancellationToken => cancellationToken;

    internal sealed class Retry(int count, int most) : RetryContext
    {
        public override int RetryCount => count;

        public override int MaxRetryCount => most;
    }

    private sealed class Returned : InvocationResult
    {
        public override object? Value { get; set; }
    }

    private sealed class Data(IReadOnlyDictionary<string, object?> values) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData => values;
    }

    private sealed class Trace(string? carried) : TraceContext
    {
        private readonly System.Diagnostics.Activity? _current = System.Diagnostics.Activity.Current;

        public override string TraceParent => carried ?? _current?.Id ?? "";

        public override string TraceState => carried is null ? _current?.TraceStateString ?? "" : "";
    }

    private sealed class FeatureSet : IInvocationFeatures
    {
        private readonly Dictionary<Type, object> _features = [];

        public void Set<T>(T instance) => _features[typeof(T)] = instance!;

        public T? Get<T>() => _features.TryGetValue(typeof(T), out var feature) ? (T)feature : default;

        public IEnumerator<KeyValuePair<Type, object>> GetEnumerator() => _features.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
