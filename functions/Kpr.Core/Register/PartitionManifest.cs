using System.Text.Json.Serialization;

namespace Kpr.Core.Register;

/// <summary>
/// Says which segments of a partition count. A segment that no manifest names does not exist for a reader; the
/// manifest is the only thing in the register that changes.
/// </summary>
/// <param name="Partition">Path of the partition, for example "care-events/2024/0301".</param>
/// <param name="Segments">The segments that count, by time of receipt and name.</param>
public sealed record PartitionManifest(string Partition, IReadOnlyList<Segment> Segments)
{
    /// <summary>The segments whose delivery another one has superseded or replaced; null when there is none. They do not count.</summary>
    public IReadOnlyList<Segment>? Superseded { get; init; }

    /// <summary>What is known of the deliveries that have segments here, and of those tied to them; null in feeds without.</summary>
    public IReadOnlyList<Edition>? Editions { get; init; }

    /// <summary>Number of records of the partition.</summary>
    [JsonIgnore]
    public long Rows => Segments.Sum(segment => segment.Rows);

    /// <summary>
    /// The manifest with a segment more; the same manifest when it is there already, or has been written anew since: what a delivery
    /// left out of the register does not come back when its file is completed again.
    /// </summary>
    /// <exception cref="InvalidOperationException">A segment of that name with other content is there: names are never used again.</exception>
    public PartitionManifest With(Segment segment)
    {
        var known = All.FirstOrDefault(other => other.Delivery == segment.Delivery);
        if (known is not null)
        {
            return known == segment || known.Name != segment.Name
                ? this
                : throw new InvalidOperationException($"Segment {segment.Name} is in the manifest of {Partition} with other content.");
        }

        return Counted(All.Append(segment), Editions);
    }

    /// <summary>
    /// The manifest with more known of editions; the same manifest when that is known already. What is known only grows,
    /// and what counts follows from it: the order in which segments and editions are told does not matter.
    /// </summary>
    public PartitionManifest Knowing(IEnumerable<Edition> editions)
    {
        var known = (Editions ?? []).Concat(editions).DistinctBy(edition => (edition.Sender, edition.Id)).OrderBy(edition => edition.Sender, StringComparer.Ordinal).ThenBy(edition => edition.Id).ToList();
        return known.Count == (Editions?.Count ?? 0) ? this : Counted(All, known);
    }

    /// <summary>The manifest with a segment written anew in the place of another; null when that one is not there any more.</summary>
    public PartitionManifest? Replacing(Segment old, Segment next) =>
        All.Contains(old) ? Counted(All.Select(segment => segment == old ? next : segment), Editions) : null;

    /// <summary>All segments that lie in the partition, those that do not count too.</summary>
    [JsonIgnore]
    public IEnumerable<Segment> All => Segments.Concat(Superseded ?? []);

    private PartitionManifest Counted(IEnumerable<Segment> all, IReadOnlyList<Edition>? editions)
    {
        // A newer annual report replaces the older one, whichever came first.
        var known = all.ToList();
        var newest = known.Max(segment => segment.SerialNumber);
        var gone = Register.Editions.Superseded(editions ?? []);
        var ordered = known.OrderBy(segment => segment.ReceivedAt).ThenBy(segment => segment.Name, StringComparer.Ordinal)
            .ToLookup(segment => segment.SerialNumber < newest || (segment.Edition is { } edition && gone.Contains((segment.Sender, edition))));
        return this with { Segments = [.. ordered[false]], Superseded = ordered[true].Any() ? [.. ordered[true]] : null, Editions = editions };
    }
}
