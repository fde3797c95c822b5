using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kpr.LocalAzure.Durable;

/// <summary>Inputs, outputs, events and states as JSON, written and read as the Functions worker does.</summary>
internal static class Payload
{
    /// <summary>A status or history event is no message of the wire: nulls are left out.</summary>
    public static readonly JsonSerializerOptions History = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    // Names as declared, read in any case; no fields; numbers are no strings.
    private static readonly JsonSerializerOptions Worker = new() { PropertyNameCaseInsensitive = true };

    /// <summary>JSON of a value by its run-time type; null for null.</summary>
    public static string? Write(object? value) => value is null ? null : JsonSerializer.Serialize(value, value.GetType(), Worker);

    /// <summary>The value; the type's default for no text.</summary>
    public static T? Read<T>(string? json) => string.IsNullOrEmpty(json) ? default : JsonSerializer.Deserialize<T>(json, Worker);

    /// <summary>The value; the type's default for no text.</summary>
    public static object? Read(string? json, Type type) =>
        !string.IsNullOrEmpty(json) ? JsonSerializer.Deserialize(json, type, Worker)
        : type.IsValueType ? Activator.CreateInstance(type)
        : null;
}
