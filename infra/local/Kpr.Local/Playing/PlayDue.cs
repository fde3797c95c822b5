namespace Kpr.Local.Playing;

/// <summary>A deadline that runs.</summary>
/// <param name="Clock">Which.</param>
/// <param name="Subject">Of what, where a case has several of the kind.</param>
/// <param name="Due">Its last day.</param>
/// <param name="Alternative">Its last day by the other calendar.</param>
/// <param name="Promised">The date that was promised instead; null when none was.</param>
internal sealed record PlayDue(string Clock, string? Subject, DateOnly Due, DateOnly? Alternative, DateOnly? Promised);
