using System.Text.Json.Serialization;

namespace Kpr.Functions.Register;

/// <summary>Rejected records and audit lines as JSON, one a line.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(QuarantineLine))]
[JsonSerializable(typeof(AuditLine))]
internal sealed partial class StoreJson : JsonSerializerContext;
