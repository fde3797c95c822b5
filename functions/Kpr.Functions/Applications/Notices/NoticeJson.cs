using System.Text.Json.Serialization;

namespace Kpr.Functions.Applications.Notices;

/// <summary>Notices as they are stored, and as systems get them.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PlannedNotice))]
[JsonSerializable(typeof(WebhookMessage))]
[JsonSerializable(typeof(MailRequest))]
internal sealed partial class NoticeJson : JsonSerializerContext;
