namespace Kpr.Core.Statistics.Orders;

/// <summary>The columns by which records take each other's place.</summary>
/// <param name="Id">The record's own id.</param>
/// <param name="About">The id of the record that it replaces, annuls or credits; empty for a new one.</param>
/// <param name="Time">When it was made; null where a second one about the same changes nothing.</param>
/// <param name="Status">M: it counts in the other's place, all else: it only takes the other away. Null where nothing takes another's place.</param>
public sealed record StandingColumns(string Id, string About, string? Time, string? Status)
{
    /// <summary>Column and code by which a record credits the one of its own id, where it names no other; null where none do.</summary>
    public KeyValuePair<string, string>? OwnCredit { get; init; }
}
