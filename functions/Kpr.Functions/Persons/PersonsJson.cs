using System.Text.Json.Serialization;

namespace Kpr.Functions.Persons;

/// <summary>What is asked about persons, and the answers, as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(KeyRotation))]
[JsonSerializable(typeof(KeyRotationAnswer))]
[JsonSerializable(typeof(PersonRequest))]
[JsonSerializable(typeof(PersonAnswer))]
[JsonSerializable(typeof(PersonAnswer[]))]
[JsonSerializable(typeof(ToldDisclosure[]))]
internal sealed partial class PersonsJson : JsonSerializerContext;
