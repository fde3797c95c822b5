using Kpr.Functions.Applications.Orchestrations;
using Kpr.Functions.Azure;
using Kpr.Functions.Extracts;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>Tells the flow of a case that something became of its extract. What, is read in the extract's state.</summary>
/// <param name="bus">The queues.</param>
public sealed class TellCase(Lazy<MessageBus> bus)
{
    /// <summary>Tells.</summary>
    public Task SendAsync(string caseId, ExtractState state, CancellationToken cancellationToken) => bus.Value.SendAsync(
        Queues.NudgeCase, MessageBus.Message($"{state.Id}-{state.Status}", new NudgeMessage(caseId), NudgeJson.Default.NudgeMessage), cancellationToken);
}
