using Kpr.Functions.Applications;
using Kpr.Functions.Applications.Orchestrations;
using Microsoft.DurableTask.Client;

namespace Kpr.Functions.Billing.Orchestrations;

/// <summary>Begins the flow of the bills that a basis belongs to, or nudges it where it runs. Doing so too often only makes it look once more.</summary>
/// <param name="cases">The cases.</param>
/// <param name="bills">Says who issues.</param>
public sealed class BillStarter(CaseStore cases, BillCase bills) : IBillStarter
{
    /// <inheritdoc/>
    public async Task BeginAsync(BillStart bill, DurableTaskClient flows, CancellationToken cancellationToken)
    {
        var state = (await cases.LoadAsync(bill.CaseId, cancellationToken)).State;
        var register = state.Billing.FirstOrDefault(basis => basis.Id == bill.Basis)?.Biller ?? state.FindOrder(bill.Basis)?.Register;
        if (register is null || bills.IssuerOf(register) is not { } biller || !state.Billing.Any(basis => bills.IssuerOf(basis.Biller) == biller))
        {
            return;
        }

        var id = BillFlowNames.OfBill(bill.CaseId, biller);
        var known = await flows.GetInstanceAsync(id, cancellationToken);
        if (known is { RuntimeStatus: OrchestrationRuntimeStatus.Running or OrchestrationRuntimeStatus.Pending or OrchestrationRuntimeStatus.Suspended })
        {
            await flows.RaiseEventAsync(id, CaseFlowNames.Nudge, true, cancellationToken);
            return;
        }

        await flows.ScheduleNewOrchestrationInstanceAsync(
            BillFlowNames.Bill, new BillFlowInput(bill.CaseId, biller), new Microsoft.DurableTask.StartOrchestrationOptions(id), cancellationToken);
    }
}
