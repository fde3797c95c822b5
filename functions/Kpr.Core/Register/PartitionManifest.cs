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
    /// <summary>Number of records of the partition.</summary>
    [JsonIgnore]
    public long Rows => Segments.Sum(segment => segment.Rows);

    /// <summary>The manifest with a segment more; the same manifest when it is there already.</summary>
    /// <exception cref="InvalidOperationException">A segment of that name with other content is there: names are never used again.</exception>
    public PartitionManifest With(Segment segment)
    {
        var known = Segments.FirstOrDefault(other => other.Name == segment.Name);
        if (known is not null)
        {
            return known == segment
                ? this
                : throw new InvalidOperationException($"Segment {segment.Name} is in the manifest of {Partition} with other content.");
        }

        // A newer report replaces the older one, whichever came first.
        if (Segments.Any(other => other.SerialNumber > segment.SerialNumber))
        {
            return this;
        }

        return this with
        {
            Segments = [.. Segments.Where(other => !(other.SerialNumber < segment.SerialNumber)).Append(segment).OrderBy(other => other.ReceivedAt).ThenBy(other => other.Name, StringComparer.Ordinal)],
        };
    }
}
