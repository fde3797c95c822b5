namespace Kpr.Functions.Billing.Orchestrations;

/// <summary>Whose bills a flow follows.</summary>
/// <param name="CaseId">Id of the case.</param>
/// <param name="Biller">Code of the biller who issues them.</param>
public sealed record BillFlowInput(string CaseId, string Biller);
