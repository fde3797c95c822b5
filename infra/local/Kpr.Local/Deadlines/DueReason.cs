namespace Kpr.Local.Deadlines;

/// <summary>A day that did not count.</summary>
/// <param name="Date">The day.</param>
/// <param name="Why">Why, in Norwegian.</param>
/// <param name="WhyEnglish">Why, in English.</param>
internal sealed record DueReason(DateOnly Date, string Why, string WhyEnglish);
