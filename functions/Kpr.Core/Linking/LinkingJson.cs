using System.Text.Json.Serialization;

namespace Kpr.Core.Linking;

/// <summary>What a linkage keeps as JSON: camelCase.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true)]
[JsonSerializable(typeof(SourceManifest))]
[JsonSerializable(typeof(LinkageResult))]
public sealed partial class LinkingJson : JsonSerializerContext;
