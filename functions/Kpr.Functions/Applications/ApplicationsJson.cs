using System.Text.Json.Serialization;

namespace Kpr.Functions.Applications;

/// <summary>What is stored beside events and snapshots.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OutboxEntry))]
[JsonSerializable(typeof(WorkListEntry))]
internal sealed partial class ApplicationsJson : JsonSerializerContext;
