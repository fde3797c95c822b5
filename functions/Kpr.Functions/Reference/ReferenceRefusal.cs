using Kpr.Core.Catalogue.Loading;

namespace Kpr.Functions.Reference;

/// <summary>A set of reference data that was not taken; the one in use stays.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Faults">Number of faults.</param>
/// <param name="First">The faults, the first 1,000 of them.</param>
public sealed record ReferenceRefusal(DateTime At, int Faults, IReadOnlyList<ReferenceFault> First)
{
    private const int Kept = 1_000;

    /// <summary>The refusal of a set with these faults.</summary>
    public static ReferenceRefusal Of(DateTime at, IReadOnlyList<ReferenceFault> faults) => new(at, faults.Count, [.. faults.Take(Kept)]);
}
