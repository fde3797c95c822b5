using System.Text.Json;
using YamlDotNet.Serialization;

namespace Kpr.Infra.Tests.Files;

/// <summary>YAML as JSON, so that one reader serves both.</summary>
internal static class YamlText
{
    public static JsonElement Parse(string text)
    {
        var value = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize<object>(text);
        return JsonSerializer.SerializeToElement(Plain(value));
    }

    // What YAML 1.1 would take for a Boolean ("on") is a name here.
    private static object? Plain(object? value) => value switch
    {
        IDictionary<object, object> map => map.ToDictionary(pair => pair.Key is bool ? "on" : pair.Key.ToString()!, pair => Plain(pair.Value), StringComparer.Ordinal),
        IEnumerable<object> list => list.Select(Plain).ToList(),
        _ => value,
    };
}
