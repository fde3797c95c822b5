namespace Kpr.Functions.Applications.Orchestrations;

/// <summary>A bill that is to be begun: references only.</summary>
/// <param name="CaseId">Id of the case.</param>
/// <param name="Basis">Id of the basis in the case; or of an order that ended with nothing to bill, for which a bill may have waited.</param>
public sealed record BillStart(string CaseId, string Basis);
