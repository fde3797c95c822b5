namespace Kpr.Core.Cases.Content;

/// <summary>A variable asked for.</summary>
/// <param name="Id">Id in the catalogue.</param>
/// <param name="Reason">Why it is needed.</param>
/// <param name="DirectIdentifier">Whether it is a name or number of a person.</param>
/// <param name="CoarserForm">A coarser form that would do, or why none would.</param>
public sealed record RequestedVariable(string Id, string? Reason, bool DirectIdentifier = false, string? CoarserForm = null);
