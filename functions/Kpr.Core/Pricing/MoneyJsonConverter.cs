using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kpr.Core.Pricing;

/// <summary>Amounts in JSON: a whole number of øre.</summary>
public sealed class MoneyJsonConverter : JsonConverter<Money>
{
    /// <inheritdoc/>
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var ore) ? new Money(ore) : throw new JsonException("An amount is a whole number of øre.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Ore);
}
