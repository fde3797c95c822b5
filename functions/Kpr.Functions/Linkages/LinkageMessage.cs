using Kpr.Functions.Azure;
using Kpr.Functions.Extracts;

namespace Kpr.Functions.Linkages;

/// <summary>Something is to be done about the keys of a batch: they were ordered, or are over. What, is read in their state.</summary>
/// <param name="Case">Id of the case.</param>
/// <param name="Id">Id of the batch among all.</param>
internal sealed record LinkageMessage(string Case, string Id) : IMessageBody
{
    /// <inheritdoc/>
    public bool HasPossibleId() => Case is { Length: > 0 and <= 64 } && ExtractStore.IsPossible(Id);
}
