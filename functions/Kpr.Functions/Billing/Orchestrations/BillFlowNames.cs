namespace Kpr.Functions.Billing.Orchestrations;

/// <summary>Name and ids of the flow of bills. A name ends in the version of its code (docs/adr/0020).</summary>
public static class BillFlowNames
{
    /// <summary>The flow of a biller's bills in a case.</summary>
    public const string Bill = "BillFlow1";

    /// <summary>Id of the flow of a biller's bills in a case.</summary>
    public static string OfBill(string caseId, string biller) => $"case-{caseId}-bill-{biller}";
}
