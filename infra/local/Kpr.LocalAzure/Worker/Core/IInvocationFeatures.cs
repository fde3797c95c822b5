namespace Microsoft.Azure.Functions.Worker;

/// <summary>Features of an invocation, by type.</summary>
public interface IInvocationFeatures : IEnumerable<KeyValuePair<Type, object>>
{
    /// <summary>Puts a feature in.</summary>
    void Set<T>(T instance);

    /// <summary>The feature of a type, or its default.</summary>
    T? Get<T>();
}
