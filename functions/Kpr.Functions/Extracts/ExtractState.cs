using Kpr.Functions.Statistics;

namespace Kpr.Functions.Extracts;

/// <summary>Where an extract stands. It tells of persons in numbers only.</summary>
/// <param name="Id">Its id, 32 lower-case hexadecimal digits.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Message">Why it is refused, discarded or withdrawn, in Norwegian; null otherwise.</param>
public sealed record ExtractState(string Id, ExtractStatus Status, string? Message = null)
{
    /// <summary>The decision that it was planned by; null before that.</summary>
    public int? DecisionVersion { get; init; }

    /// <summary>The serial numbers of a linkage that persons have in it; null where they have keys of the project, and before it is planned.</summary>
    public string? KeyBatch { get; init; }

    /// <summary>Version of the reference data that gave codes and groups; null before it is planned.</summary>
    public string? Reference { get; init; }

    /// <summary>The day of the list of deletions and objections to disclosure that holds; null before it is planned.</summary>
    public DateOnly? ReservationsAsOf { get; init; }

    /// <summary>The partitions that were read, with the segments of their manifests and the sums of these.</summary>
    public IReadOnlyList<PlannedPartition>? Read { get; init; }

    /// <summary>What came of the uploaded list of identity numbers; null where there was none.</summary>
    public ListedPersons? List { get; init; }

    /// <summary>Number of persons in the population; null before it is known.</summary>
    public long? Population { get; init; }

    /// <summary>Number of persons with a row in any table; null before it is prepared.</summary>
    public long? Persons { get; init; }

    /// <summary>The tables; null before it is prepared.</summary>
    public IReadOnlyList<ExtractedTable>? Tables { get; init; }

    /// <summary>Whether its risk figures (<c>risk.json</c>) are above the limits, so that a release needs a reason; null before it is prepared.</summary>
    public bool? AboveLimits { get; init; }

    /// <summary>
    /// Id of the delivered extract of the same project that it was compared with: what differs is in <c>diff.json</c> and <c>diff.txt</c>. Null before it is prepared, and for the first.
    /// </summary>
    public string? ComparedWith { get; init; }

    /// <summary>The files of the package as they are before encryption; null before it is prepared.</summary>
    public IReadOnlyList<ExtractFile>? Files { get; init; }

    /// <summary>Who released it: role and subject; null before that.</summary>
    public string? ReleasedBy { get; init; }

    /// <summary>The delivery; null before there is one.</summary>
    public ExtractDelivery? Delivery { get; init; }

    /// <summary>Whether nothing more is made of it.</summary>
    public bool IsEnded => Status is ExtractStatus.Refused or ExtractStatus.Discarded or ExtractStatus.Withdrawn;
}
