namespace Kpr.Local.Deadlines;

/// <summary>The due date by another calendar.</summary>
/// <param name="Calendar">Which.</param>
/// <param name="Due">The last day.</param>
internal sealed record DueAlternative(string Calendar, DateOnly Due);
