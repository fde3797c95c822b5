using System.Reflection;

namespace Kpr.LocalAzure.Hosting;

/// <summary>Makes the value of a parameter; named by an input-converter attribute on the parameter, its type or its binding.</summary>
internal interface IParameterBinding
{
    /// <summary>The value.</summary>
    ValueTask<object?> BindAsync(ParameterInfo parameter, Invocation invocation);
}
