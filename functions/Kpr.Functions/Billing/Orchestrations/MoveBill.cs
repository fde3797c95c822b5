using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Billing.Orchestrations;

/// <summary>Moves a biller's bills in a case, and tells their flow how they stand.</summary>
/// <param name="bills">Bills of cases.</param>
public sealed class MoveBill(CaseBills bills)
{
    /// <summary>Moves and looks.</summary>
    [Function(nameof(MoveBill))]
    public Task<BillLook> RunAsync([ActivityTrigger] BillFlowInput bill, CancellationToken cancellationToken) => bills.MoveAsync(bill.CaseId, bill.Biller, cancellationToken);
}
