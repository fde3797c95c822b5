using Kpr.Functions.Azure;

namespace Kpr.Functions.Applications.Orchestrations;

/// <summary>Something happened in a case. What, is read in the case.</summary>
/// <param name="CaseId">Id of the case.</param>
internal sealed record NudgeMessage(string CaseId) : IMessageBody
{
    /// <inheritdoc/>
    public bool HasPossibleId() => Applications.CaseId.IsPossible(CaseId);
}
