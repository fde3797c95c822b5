namespace Kpr.Core.Catalogue;

/// <summary>A code that stands where a municipality number is expected without being one.</summary>
/// <param name="Code">Four digits, or -1.</param>
/// <param name="Meaning">What it means, in English.</param>
/// <param name="Use">Where it occurs.</param>
/// <param name="ValidFrom">First day; null when not known.</param>
/// <param name="ValidTo">Last day; null when in use.</param>
/// <param name="IsHomeMunicipality">Whether a sender may give it as home municipality; false for codes of analyses and deliveries.</param>
public sealed record SpecialHomeCode(
    string Code, string Meaning, string Use, DateOnly? ValidFrom, DateOnly? ValidTo, bool IsHomeMunicipality);
