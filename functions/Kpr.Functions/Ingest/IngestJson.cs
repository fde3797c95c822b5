using System.Text.Json.Serialization;

namespace Kpr.Functions.Ingest;

/// <summary>Messages and states of the intake as JSON; what lacks a part is no message.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ChunkMessage))]
[JsonSerializable(typeof(CompleteMessage))]
[JsonSerializable(typeof(FileReading))]
[JsonSerializable(typeof(ChunkResult))]
[JsonSerializable(typeof(IdentityLine))]
[JsonSerializable(typeof(BlobCreatedEvent))]
[JsonSerializable(typeof(FileStatus.Answer))]
internal sealed partial class IngestJson : JsonSerializerContext;
