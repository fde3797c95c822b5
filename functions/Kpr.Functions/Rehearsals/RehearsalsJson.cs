using System.Text.Json.Serialization;

namespace Kpr.Functions.Rehearsals;

/// <summary>What rehearsals answer, as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(List<RehearsedFile>))]
internal sealed partial class RehearsalsJson : JsonSerializerContext;
