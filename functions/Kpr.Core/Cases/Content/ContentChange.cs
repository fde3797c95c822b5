namespace Kpr.Core.Cases.Content;

/// <summary>A difference between two versions of an application.</summary>
/// <param name="Path">Where.</param>
/// <param name="Before">What it said; null when it is new.</param>
/// <param name="After">What it says; null when it was taken out.</param>
public sealed record ContentChange(string Path, string? Before, string? After);
