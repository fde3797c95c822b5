using System.Text.Json.Serialization;

namespace Kpr.Functions.Operations;

/// <summary>Answers to operators as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Readiness.Answer))]
internal sealed partial class OperationsJson : JsonSerializerContext;
