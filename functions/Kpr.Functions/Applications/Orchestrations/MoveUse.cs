using Kpr.Core.Cases;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Applications.Orchestrations;

/// <summary>Lets time pass for the right to use the data, and tells its flow how it stands.</summary>
/// <param name="duties">What the system does in cases.</param>
/// <param name="process">The rules.</param>
public sealed class MoveUse(SystemDuties duties, CaseProcess process)
{
    /// <summary>Moves and looks.</summary>
    [Function(nameof(MoveUse))]
    public async Task<PartLook> RunAsync([ActivityTrigger] PartInput input, CancellationToken cancellationToken) =>
        CaseLooks.Of(await duties.DoAsync(input.CaseId, cancellationToken), process, CaseFlowNames.Expiry, null);
}
