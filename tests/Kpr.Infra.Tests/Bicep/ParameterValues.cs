namespace Kpr.Infra.Tests.Bicep;

/// <summary>Checks what is handed to a file against its parameters: nothing unknown, nothing missing, right types, allowed values.</summary>
internal static class ParameterValues
{
    public static IReadOnlyDictionary<string, object?> Check(BicepFile file, IReadOnlyDictionary<string, object?> given, string place)
    {
        var known = file.Parameters.ToDictionary(parameter => parameter.Name, StringComparer.Ordinal);
        foreach (var (name, value) in given)
        {
            if (!known.TryGetValue(name, out var parameter))
            {
                throw new BicepSyntaxException($"{place}: {file.Path} has no parameter {name}.");
            }

            Check(file, parameter, value);
        }

        return known.Values.FirstOrDefault(parameter => parameter.Default is null && !given.ContainsKey(parameter.Name)) is { } missing
            ? throw new BicepSyntaxException($"{place}: the parameter {missing.Name} of {file.Path} is missing.")
            : given;
    }

    public static void Check(BicepFile file, ParameterDeclaration parameter, object? value)
    {
        var fits = parameter.Type switch
        {
            "string" => value is string or RuntimeValue,
            "int" => value is long or RuntimeValue,
            "bool" => value is bool,
            "array" => value is List<object?>,
            "object" => value is Dictionary<string, object?>,
            _ => false,
        };
        var allowed = parameter.Decorator("allowed") is { Arguments: [ArrayOf values] }
            ? values.Items.OfType<Literal>().Select(item => item.Value).ToList()
            : null;
        var length = value is string text ? text.Length : (int?)null;
        if (!fits || (allowed is not null && value is not RuntimeValue && !allowed.Contains(value))
            || length < Bound("minLength") || length > Bound("maxLength")
            || (value is long number && (number < Bound("minValue") || number > Bound("maxValue"))))
        {
            throw new BicepSyntaxException($"{file.Path}({parameter.Line}): {parameter.Name} cannot be '{value}'.");
        }

        long? Bound(string decorator) => parameter.Decorator(decorator) is { Arguments: [Literal { Value: long bound }] } ? bound : null;
    }
}
