namespace Kpr.Core.Formats.Claims;

/// <summary>A code with its code system: a diagnosis.</summary>
/// <param name="System">OID of the system as sent; null when missing.</param>
/// <param name="Code">The code as sent; null when missing.</param>
/// <param name="Line">1-based line of the element or opening brace.</param>
public readonly record struct ClaimCode(string? System, string? Code, long Line);
