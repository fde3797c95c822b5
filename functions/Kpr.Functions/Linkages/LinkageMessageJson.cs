using System.Text.Json.Serialization;

namespace Kpr.Functions.Linkages;

/// <summary>Messages about linkages.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LinkageMessage))]
internal sealed partial class LinkageMessageJson : JsonSerializerContext;
