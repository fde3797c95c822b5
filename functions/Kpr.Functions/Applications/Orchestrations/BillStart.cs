namespace Kpr.Functions.Applications.Orchestrations;

/// <summary>A bill that is to be begun: references only.</summary>
/// <param name="CaseId">Id of the case.</param>
/// <param name="Basis">Id of the basis in the case.</param>
public sealed record BillStart(string CaseId, string Basis);
