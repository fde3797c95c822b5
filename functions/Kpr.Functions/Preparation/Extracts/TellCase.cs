using Kpr.Functions.Applications.Orchestrations;
using Kpr.Functions.Azure;
using Kpr.Functions.Extracts;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>Tells the flow of a case that something became of its extract, or of the keys of its linkage. What, is read in the state of these.</summary>
/// <param name="bus">The queues.</param>
public sealed class TellCase(Lazy<MessageBus> bus)
{
    /// <summary>Tells of an extract.</summary>
    public Task SendAsync(string caseId, ExtractState state, CancellationToken cancellationToken) => SendAsync(caseId, $"{state.Id}-{state.Status}", cancellationToken);

    /// <summary>Tells.</summary>
    /// <param name="caseId">Id of the case.</param>
    /// <param name="about">What happened to what: the same within an hour is told once.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task SendAsync(string caseId, string about, CancellationToken cancellationToken) => bus.Value.SendAsync(
        Queues.NudgeCase, MessageBus.Message(about, new NudgeMessage(caseId), NudgeJson.Default.NudgeMessage), cancellationToken);
}
