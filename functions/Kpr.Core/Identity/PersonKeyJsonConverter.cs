using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kpr.Core.Identity;

/// <summary>A <see cref="PersonKey"/> in JSON is its text form.</summary>
internal sealed class PersonKeyJsonConverter : JsonConverter<PersonKey>
{
    public override PersonKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PersonKey.TryParse(reader.GetString(), out var key) ? key : throw new JsonException("Not a person key.");

    public override void Write(Utf8JsonWriter writer, PersonKey value, JsonSerializerOptions options)
    {
        Span<char> text = stackalloc char[PersonKey.TextLength];
        value.TryFormat(text, out _);
        writer.WriteStringValue(text);
    }
}
