using System.Text.Json.Serialization;

namespace Kpr.Functions.Statistics;

/// <summary>Orders as messages.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TableMessage))]
internal sealed partial class TableMessageJson : JsonSerializerContext;
