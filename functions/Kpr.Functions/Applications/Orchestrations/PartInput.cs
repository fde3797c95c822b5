namespace Kpr.Functions.Applications.Orchestrations;

/// <summary>A part of a case: its case, and which of several it is.</summary>
/// <param name="CaseId">Id of the case.</param>
/// <param name="Part">Id of the order; null for the linkage and the right to use the data.</param>
public sealed record PartInput(string CaseId, string? Part = null);
