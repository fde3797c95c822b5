using Kpr.Functions.Azure;

namespace Kpr.Functions.Statistics;

/// <summary>A table was ordered. What, is read in the order.</summary>
/// <param name="Id">Id of the table.</param>
internal sealed record TableMessage(string Id) : IMessageBody
{
    /// <inheritdoc/>
    public bool HasPossibleId() => Tables.IsPossible(Id);
}
