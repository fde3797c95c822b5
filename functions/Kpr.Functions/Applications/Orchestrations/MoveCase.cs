using Kpr.Core.Cases;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Applications.Orchestrations;

/// <summary>Does what is the system's to do in a case, first of all lets time pass, and tells its flow how it stands.</summary>
/// <param name="duties">What the system does in cases.</param>
/// <param name="process">The rules.</param>
public sealed class MoveCase(SystemDuties duties, CaseProcess process)
{
    /// <summary>Moves and looks.</summary>
    [Function(nameof(MoveCase))]
    public async Task<CaseLook> RunAsync([ActivityTrigger] string caseId, CancellationToken cancellationToken) =>
        CaseLooks.Of(await duties.DoAsync(caseId, cancellationToken), process);
}
