namespace Kpr.Core.Extracts.Rows;

/// <summary>A segment of the register to be read for an extract.</summary>
/// <param name="Partition">Path of its partition, the dataset in front: <c>claims/2024/05/lege</c>.</param>
/// <param name="Name">Its name below the partition.</param>
/// <param name="Content">The segment as it is stored; or the CSV of one, unpacked.</param>
public sealed record ExtractSegment(string Partition, string Name, Stream Content);
