namespace Kpr.Core.Statistics.Cells;

/// <summary>Why a table cannot be made of what was given.</summary>
/// <param name="Message">For the user, in Norwegian.</param>
public sealed record TableFault(string Message);
