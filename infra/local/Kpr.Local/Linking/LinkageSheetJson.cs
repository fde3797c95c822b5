using System.Text.Json.Serialization;

namespace Kpr.Local.Linking;

/// <summary>The sheet as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LinkageSheet))]
internal sealed partial class LinkageSheetJson : JsonSerializerContext;
