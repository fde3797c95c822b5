namespace Kpr.Core.Register;

/// <summary>What the register keeps of an edition: written once, before anything of it counts.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="Partitions">Paths of the partitions that hold its records, in ordinal order.</param>
public sealed record EditionRecord(Edition Edition, IReadOnlyList<string> Partitions);
