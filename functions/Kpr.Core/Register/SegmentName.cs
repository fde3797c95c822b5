namespace Kpr.Core.Register;

/// <summary>Names of segments: the delivery, and for one that was written anew the first digits of its sum; so the name follows from the content.</summary>
public static class SegmentName
{
    /// <summary>How names end.</summary>
    public const string Ending = ".segment";

    /// <summary>How names of segments of packed CSV end: none is written any more, all are read.</summary>
    public const string EarlierEnding = ".csv.gz";

    private const int SumDigits = 16;

    /// <summary>The name of the segment that a delivery is stored as.</summary>
    public static string Of(string delivery) => delivery + Ending;

    /// <summary>The name of a segment that was written anew.</summary>
    /// <param name="delivery">Id of the delivery.</param>
    /// <param name="sha256">SHA-256 of the segment, hexadecimal.</param>
    public static string Of(string delivery, string sha256) => $"{delivery}-{sha256[..SumDigits]}{Ending}";

    /// <summary>The delivery that a name tells.</summary>
    /// <param name="name">Name of a blob below a partition.</param>
    /// <returns>Its id; null when the name is none of a segment.</returns>
    public static string? DeliveryOf(string name) =>
        name.Contains('/', StringComparison.Ordinal) ? null
        : name.EndsWith(Ending, StringComparison.Ordinal) ? name[..^Ending.Length].Split('-')[0]
        : name.EndsWith(EarlierEnding, StringComparison.Ordinal) ? name[..^EarlierEnding.Length].Split('-')[0]
        : null;
}
