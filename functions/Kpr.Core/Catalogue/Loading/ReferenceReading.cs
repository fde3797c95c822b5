namespace Kpr.Core.Catalogue.Loading;

/// <summary>What reading a set of reference data came to: the set, or everything that is wrong with it.</summary>
/// <param name="Set">The set; null when anything is wrong.</param>
/// <param name="Tables">All its tables, those of this program too: what must be kept to read the set again. None without a set.</param>
/// <param name="Faults">What is wrong, in the order of the tables; none with a set.</param>
public sealed record ReferenceReading(ReferenceData? Set, IReadOnlyList<ReferenceFile> Tables, IReadOnlyList<ReferenceFault> Faults)
{
    /// <summary>A refusal.</summary>
    public static ReferenceReading Refused(IReadOnlyList<ReferenceFault> faults) => new(null, [], faults);
}
