using Kpr.Core.Cases;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Applications.Orchestrations;

/// <summary>Tells the flow of a linkage how many sources have come.</summary>
/// <param name="cases">The cases.</param>
/// <param name="process">The rules.</param>
public sealed class LookAtLinkage(CaseStore cases, CaseProcess process)
{
    /// <summary>Looks.</summary>
    [Function(nameof(LookAtLinkage))]
    public async Task<PartLook> RunAsync([ActivityTrigger] PartInput input, CancellationToken cancellationToken) =>
        CaseLooks.Of((await cases.LoadAsync(input.CaseId, cancellationToken)).State, process, CaseFlowNames.Linkage, null);
}
