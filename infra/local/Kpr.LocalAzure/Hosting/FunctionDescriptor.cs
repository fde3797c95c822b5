using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Kpr.LocalAzure.Hosting;

/// <summary>A function found in an assembly.</summary>
internal sealed class FunctionDescriptor(string name, Type type, MethodInfo method, ParameterInfo triggerParameter, TriggerBindingAttribute trigger) : FunctionDefinition
{
    public Type Type => type;

    public MethodInfo Method => method;

    /// <summary>
    /// Whether a parameter is the trigger's. By place, never by reference: hosts that start at once in one process
    /// may be given different objects for the same parameter.
    /// </summary>
    public bool IsTrigger(ParameterInfo parameter) => parameter.Position == triggerParameter.Position;

    public TriggerBindingAttribute Trigger => trigger;

    public RetryAttribute? Retry { get; } = method.GetCustomAttribute<RetryAttribute>();

    public override string PathToAssembly => type.Assembly.Location;

    public override string EntryPoint => $"{type.FullName}.{method.Name}";

    public override string Id { get; } = StableHash(name);

    public override string Name => name;

    // FNV-1a: the id must be the same in every process, which string.GetHashCode is not.
    private static string StableHash(string text)
    {
        var hash = 2166136261u;
        foreach (var letter in text)
        {
            hash = unchecked((hash ^ letter) * 16777619u);
        }

        return hash.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
