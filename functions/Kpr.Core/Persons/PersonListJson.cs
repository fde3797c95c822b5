using System.Text.Json.Serialization;

namespace Kpr.Core.Persons;

/// <summary>The list of decisions as JSON; only ever stored sealed.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(PersonList))]
public sealed partial class PersonListJson : JsonSerializerContext;
