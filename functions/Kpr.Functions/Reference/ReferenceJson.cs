using System.Text.Json.Serialization;

namespace Kpr.Functions.Reference;

/// <summary>The state of reference data as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, WriteIndented = true, NewLine = "\n",
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ReferenceState))]
[JsonSerializable(typeof(ReferenceStatus.Answer))]
internal sealed partial class ReferenceJson : JsonSerializerContext;
