namespace Kpr.Functions.Statistics;

/// <summary>A table was ordered. What, is read in the order.</summary>
/// <param name="Id">Id of the table.</param>
public sealed record TableMessage(string Id);
