using System.Text.Json.Serialization;

namespace Kpr.Functions.Applications.Orchestrations;

/// <summary>Nudges as messages.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(NudgeMessage))]
internal sealed partial class NudgeJson : JsonSerializerContext;
