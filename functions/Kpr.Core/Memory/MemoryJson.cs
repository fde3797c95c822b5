using System.Text.Json.Serialization;

namespace Kpr.Core.Memory;

/// <summary>Manifests as JSON: camelCase.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ScopeManifest))]
public sealed partial class MemoryJson : JsonSerializerContext;
