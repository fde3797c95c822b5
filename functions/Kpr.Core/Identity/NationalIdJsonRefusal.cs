using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kpr.Core.Identity;

/// <summary>Stops any attempt to write or read a <see cref="NationalId"/> as JSON: it is a mistake in the program wherever it happens.</summary>
internal sealed class NationalIdJsonRefusal : JsonConverter<NationalId>
{
    public override NationalId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("A national identity number is never read from JSON by binding.");

    public override void Write(Utf8JsonWriter writer, NationalId value, JsonSerializerOptions options) =>
        throw new NotSupportedException("A national identity number is never written as JSON.");

    public override NationalId ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("A national identity number is never read from JSON by binding.");

    public override void WriteAsPropertyName(Utf8JsonWriter writer, NationalId value, JsonSerializerOptions options) =>
        throw new NotSupportedException("A national identity number is never written as JSON.");
}
