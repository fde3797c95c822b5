using Kpr.Core.Cases;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Applications.Orchestrations;

/// <summary>Tells the flow of an order how the order stands.</summary>
/// <param name="cases">The cases.</param>
/// <param name="process">The rules.</param>
public sealed class LookAtOrder(CaseStore cases, CaseProcess process)
{
    /// <summary>Looks.</summary>
    [Function(nameof(LookAtOrder))]
    public async Task<PartLook> RunAsync([ActivityTrigger] PartInput input, CancellationToken cancellationToken) =>
        CaseLooks.Of((await cases.LoadAsync(input.CaseId, cancellationToken)).State, process, CaseFlowNames.Order, input.Part);
}
