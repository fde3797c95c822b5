namespace Kpr.Functions.Register;

/// <summary>What a partition holds.</summary>
/// <param name="Partition">Path of the partition; null for the sum of all.</param>
/// <param name="Segments">Segments that count.</param>
/// <param name="Superseded">Segments of deliveries that others have superseded.</param>
/// <param name="Rows">Records that count, without those of deleted persons.</param>
/// <param name="Persons">Persons with a key; one who has had several numbers is counted once.</param>
/// <param name="WithoutKey">Records whose identity yields no person key.</param>
public sealed record PartitionFigures(string? Partition, int Segments, int Superseded, long Rows, int Persons, long WithoutKey);
