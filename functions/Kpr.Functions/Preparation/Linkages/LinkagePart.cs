namespace Kpr.Functions.Preparation.Linkages;

/// <summary>A part of the making of keys for a linkage.</summary>
/// <param name="Case">Id of the case.</param>
/// <param name="Id">Id of the batch among all.</param>
/// <param name="Number">Number of the source in the order, from 0.</param>
public sealed record LinkagePart(string Case, string Id, int Number = 0);
