using System.Text.Json.Serialization;

namespace Kpr.Core.Catalogue.Loading;

/// <summary>The manifest of a set of reference data as JSON; what lacks a part, or has one too many, is none.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n", UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ReferenceManifest))]
internal sealed partial class ReferenceManifestJson : JsonSerializerContext;
