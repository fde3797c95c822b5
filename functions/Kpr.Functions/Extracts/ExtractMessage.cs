using Kpr.Functions.Azure;

namespace Kpr.Functions.Extracts;

/// <summary>Something is to be done about an extract: it was ordered, released or withdrawn. What, is read in its state.</summary>
/// <param name="Id">Id of the extract.</param>
internal sealed record ExtractMessage(string Id) : IMessageBody
{
    /// <summary>The id of no extract: the register's certificate is wanted, and is made where there is none.</summary>
    public const string Certificate = "00000000000000000000000000000000";

    /// <inheritdoc/>
    public bool HasPossibleId() => ExtractStore.IsPossible(Id);
}
