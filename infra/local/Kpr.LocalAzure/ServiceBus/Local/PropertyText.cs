using System.Globalization;
using System.Runtime.Serialization;
using System.Text.Json;

namespace Kpr.LocalAzure.ServiceBus;

/// <summary>Application properties as JSON that keeps the type of each value: <c>{"key":["int","5"]}</c>.</summary>
internal static class PropertyText
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    public static string Write(IEnumerable<KeyValuePair<string, object>> properties) =>
        JsonSerializer.Serialize(properties.ToDictionary(pair => pair.Key, pair => Typed(pair.Key, pair.Value)));

    public static Dictionary<string, object> Read(string text) =>
        JsonSerializer.Deserialize<Dictionary<string, string?[]>>(text)!.ToDictionary(pair => pair.Key, pair => Value(pair.Value[0]!, pair.Value[1]));

    private static string?[] Typed(string key, object? value) => value switch
    {
        null => ["null", null],
        string text => ["string", text],
        bool or byte or sbyte or short or ushort or int or uint or long or ulong or float or double or decimal or char =>
            [value.GetType().Name, Convert.ToString(value, Plain)],
        Guid id => ["Guid", id.ToString()],
        DateTime time => ["DateTime", time.ToString("O", Plain)],
        DateTimeOffset time => ["DateTimeOffset", time.ToString("O", Plain)],
        TimeSpan span => ["TimeSpan", span.ToString("c", Plain)],
        Uri address => ["Uri", address.ToString()],
        _ => throw new SerializationException($"Application property '{key}' has the type {value.GetType()}, which a message cannot carry."),
    };

    private static object Value(string type, string? text) => type switch
    {
        "null" => null!,
        "string" => text!,
        "Guid" => Guid.Parse(text!),
        "DateTime" => DateTime.Parse(text!, Plain, DateTimeStyles.RoundtripKind),
        "DateTimeOffset" => DateTimeOffset.Parse(text!, Plain),
        "TimeSpan" => TimeSpan.ParseExact(text!, "c", Plain),
        "Uri" => new Uri(text!, UriKind.RelativeOrAbsolute),
        _ => Convert.ChangeType(text!, Type.GetType("System." + type, throwOnError: true)!, Plain),
    };
}
