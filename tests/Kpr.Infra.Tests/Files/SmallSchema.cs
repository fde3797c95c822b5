using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kpr.Infra.Tests.Files;

/// <summary>
/// The part of JSON Schema that our own schemas use: type, required, properties, additionalProperties, items, enum,
/// pattern, minLength. A word beyond these is an error, so that no schema says more than is looked at.
/// </summary>
internal static class SmallSchema
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "$schema", "title", "description", "type", "required", "properties", "additionalProperties", "items", "enum", "pattern", "minLength",
    };

    public static IReadOnlyList<string> Faults(JsonElement schema, JsonElement value, string at = "$")
    {
        foreach (var word in schema.EnumerateObject().Where(word => !Words.Contains(word.Name)))
        {
            throw new InvalidOperationException($"The schema says {word.Name} at {at}, which is not looked at.");
        }

        return schema.TryGetProperty("type", out var type) && !Is(value, type.GetString()!)
            ? [$"{at} is not of type {type}"]
            : [.. Values(schema, value, at), .. value.ValueKind == JsonValueKind.Object ? Members(schema, value, at) : [], .. value.ValueKind == JsonValueKind.Array ? Items(schema, value, at) : []];
    }

    private static IEnumerable<string> Values(JsonElement schema, JsonElement value, string at)
    {
        if (schema.TryGetProperty("enum", out var allowed) && allowed.EnumerateArray().All(one => one.ToString() != value.ToString()))
        {
            yield return $"{at} is '{value}', which is none of {allowed}";
        }

        if (schema.TryGetProperty("pattern", out var pattern) && !Regex.IsMatch(value.ToString(), pattern.GetString()!, RegexOptions.None, TimeSpan.FromSeconds(1)))
        {
            yield return $"{at} is '{value}', which is not like {pattern}";
        }

        if (schema.TryGetProperty("minLength", out var length) && value.ToString().Length < length.GetInt32())
        {
            yield return $"{at} is too short";
        }
    }

    private static IEnumerable<string> Members(JsonElement schema, JsonElement value, string at)
    {
        foreach (var name in schema.TryGetProperty("required", out var required) ? required.EnumerateArray().Select(name => name.GetString()!) : [])
        {
            if (!value.TryGetProperty(name, out _))
            {
                yield return $"{at} lacks {name}";
            }
        }

        foreach (var member in value.EnumerateObject())
        {
            if (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(member.Name, out var known))
            {
                foreach (var fault in Faults(known, member.Value, $"{at}.{member.Name}"))
                {
                    yield return fault;
                }
            }
            else if (schema.TryGetProperty("additionalProperties", out var others))
            {
                var faults = others.ValueKind == JsonValueKind.Object ? Faults(others, member.Value, $"{at}.{member.Name}")
                    : others.ValueKind == JsonValueKind.False ? [$"{at} has {member.Name}, which is not known"] : [];
                foreach (var fault in faults)
                {
                    yield return fault;
                }
            }
        }
    }

    private static IEnumerable<string> Items(JsonElement schema, JsonElement value, string at) => schema.TryGetProperty("items", out var items)
        ? value.EnumerateArray().SelectMany((item, i) => Faults(items, item, $"{at}[{i}]"))
        : [];

    private static bool Is(JsonElement value, string type) => value.ValueKind switch
    {
        JsonValueKind.Object => type == "object",
        JsonValueKind.Array => type == "array",
        JsonValueKind.String => type == "string",
        JsonValueKind.True or JsonValueKind.False => type == "boolean",
        JsonValueKind.Number => type is "number" or "integer",
        _ => false,
    };
}
