namespace Kpr.Functions.Applications.Orchestrations;

/// <summary>What the flow of a case carries from one run to the next: references only.</summary>
/// <param name="CaseId">Id of the case.</param>
/// <param name="Told">Ids of the parts whose flows run, with the mark of how each stood when it was told last.</param>
/// <param name="Bills">Ids of the bases whose bills were begun.</param>
public sealed record CaseFlowInput(string CaseId, IReadOnlyDictionary<string, string>? Told = null, IReadOnlyList<string>? Bills = null);
