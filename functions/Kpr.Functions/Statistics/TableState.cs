namespace Kpr.Functions.Statistics;

/// <summary>Where a table stands.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Message">Why it is refused, in Norwegian; null when it is not.</param>
public sealed record TableState(string Id, TableStatus Status, string? Message = null)
{
    /// <summary>Version of the reference data that gave codes and groups; null before it is planned.</summary>
    public string? Reference { get; init; }

    /// <summary>The partitions that were read, with the segments of their manifests.</summary>
    public IReadOnlyList<PlannedPartition>? Read { get; init; }

    /// <summary>Number of cells, margins included; null before it is done.</summary>
    public int? Cells { get; init; }

    /// <summary>Number of hidden ones among them.</summary>
    public int? Hidden { get; init; }

    /// <summary>The files that can be had; null before it is done.</summary>
    public IReadOnlyList<string>? Files { get; init; }
}
