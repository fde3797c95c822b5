namespace Kpr.Core.Cases.Linkages;

/// <summary>A linkage: a barrier over the orders that go to the linker.</summary>
/// <param name="State">How far it is.</param>
/// <param name="Linker">Organisation number of the linker.</param>
/// <param name="Orders">Ids of the orders that are waited for.</param>
/// <param name="Arrived">Ids of those that have come.</param>
/// <param name="KeyBatch">Id of the serial numbers in use; null until they are issued.</param>
/// <param name="ConsentWithout">Ids of orders that the applicant agreed to do without.</param>
/// <param name="WaitUntil">How long a missing source is waited for.</param>
/// <param name="KeyKeptUntil">Until when the key is kept.</param>
public sealed record Linkage(
    LinkageState State, string Linker, IReadOnlyList<string> Orders, IReadOnlyList<string> Arrived, string? KeyBatch = null,
    IReadOnlyList<string>? ConsentWithout = null, DateOnly? WaitUntil = null, DateOnly? KeyKeptUntil = null)
{
    /// <summary>Ids of orders that have not come.</summary>
    public IEnumerable<string> Missing => Orders.Except(Arrived);

    /// <summary>Whether all have come.</summary>
    public bool IsFull => Orders.Count > 0 && !Missing.Any();

    /// <summary>Whether nothing more happens to it.</summary>
    public bool IsOver => State is LinkageState.KeyDestroyed or LinkageState.KeyKept or LinkageState.Aborted;
}
