namespace Kpr.Core.Formats.Claims;

/// <summary>One line of a claim: a tariff (takst), a laboratory code (NLK) or a procedure code.</summary>
/// <param name="System">Code system of a procedure (list 8410); null otherwise.</param>
/// <param name="Code">The code as sent; null when missing.</param>
/// <param name="AmountOre">Value of the first occurrence, in øre; null when not told.</param>
/// <param name="Count">How often it was used; null when missing or below one (K18).</param>
/// <param name="StatedCount">The number as sent; null when missing.</param>
/// <param name="Line">1-based line of the element or opening brace.</param>
public readonly record struct ClaimItem(string? System, string? Code, long? AmountOre, int? Count, int? StatedCount, long Line);
