using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Converters;

namespace Kpr.LocalAzure.Hosting;

/// <summary>Makes the arguments of a function, as the worker does: by type, by binding, else by name from what the trigger told.</summary>
internal static class Arguments
{
    public static async ValueTask<object?[]> BindAsync(Invocation invocation)
    {
        var parameters = invocation.Function.Method.GetParameters();
        var values = new object?[parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
        {
            values[i] = await BindAsync(parameters[i], invocation);
        }

        return values;
    }

    /// <summary>Turns what a trigger told into the type of a parameter.</summary>
    /// <exception cref="InvalidOperationException">It cannot be turned.</exception>
    public static object? Convert(object? value, ParameterInfo parameter)
    {
        if (value is null)
        {
            return parameter.HasDefaultValue ? parameter.DefaultValue : Default(parameter.ParameterType);
        }

        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (type.IsInstanceOfType(value))
        {
            return value;
        }

        var text = System.Convert.ToString(value, CultureInfo.InvariantCulture)!;
        if (type == typeof(string))
        {
            return text;
        }

        var converter = TypeDescriptor.GetConverter(type);
        return converter.CanConvertFrom(typeof(string))
            ? converter.ConvertFromInvariantString(text)
            : throw new InvalidOperationException($"Parameter '{parameter.Name}' of type {type} cannot be made from text.");
    }

    private static async ValueTask<object?> BindAsync(ParameterInfo parameter, Invocation invocation)
    {
        if (invocation.Function.IsTrigger(parameter))
        {
            return await invocation.BindTrigger(parameter);
        }

        if (parameter.ParameterType == typeof(FunctionContext))
        {
            return invocation;
        }

        if (parameter.ParameterType == typeof(CancellationToken))
        {
            return invocation.CancellationToken;
        }

        if (Binding(parameter) is { } binding)
        {
            return await binding.BindAsync(parameter, invocation);
        }

        if (invocation.BindOther is { } other)
        {
            return other(parameter);
        }

        return Convert(invocation.BindingContext.BindingData.GetValueOrDefault(parameter.Name!), parameter);
    }

    private static IParameterBinding? Binding(ParameterInfo parameter)
    {
        var converter = parameter.GetCustomAttribute<InputConverterAttribute>()
            ?? parameter.GetCustomAttributes().Select(attribute => attribute.GetType().GetCustomAttribute<InputConverterAttribute>()).FirstOrDefault(found => found is not null)
            ?? parameter.ParameterType.GetCustomAttribute<InputConverterAttribute>();
        return converter is null ? null : (IParameterBinding)Activator.CreateInstance(converter.ConverterType)!;
    }

    private static object? Default(Type type) => type.IsValueType ? Activator.CreateInstance(type) : null;
}
