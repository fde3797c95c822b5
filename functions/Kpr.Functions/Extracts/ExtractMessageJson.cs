using System.Text.Json.Serialization;

namespace Kpr.Functions.Extracts;

/// <summary>Messages about extracts.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ExtractMessage))]
internal sealed partial class ExtractMessageJson : JsonSerializerContext;
