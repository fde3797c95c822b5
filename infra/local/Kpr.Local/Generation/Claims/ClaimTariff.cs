namespace Kpr.Local.Generation.Claims;

/// <summary>A tariff on a claim.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Ore">Value of the first occurrence, in øre.</param>
/// <param name="Count">How often it was used; null to leave it out.</param>
internal readonly record struct ClaimTariff(string Code, int Ore, int? Count);
