using System.ComponentModel.DataAnnotations;

namespace Kpr.Core.Formats.Sources;

/// <summary>
/// How much of anything a file may hold (rule F19). The limits are far above what real files need; they keep
/// a hostile file from taking memory or time.
/// </summary>
public sealed class SourceLimits
{
    /// <summary>Longest file, in bytes: of a packed one after inflating, of a plain one as it is. Default: 20 GiB.</summary>
    [Range(1, long.MaxValue)]
    public long MaxInflatedBytes { get; set; } = 20L << 30;

    /// <summary>
    /// How many times longer than its packed form a file may become, judged beyond <see cref="RatioFloorBytes"/>.
    /// Default: 250. Real messages pack 10 to 40 times; deflate itself cannot pass 1,032.
    /// </summary>
    [Range(1, 10_000)]
    public int MaxInflationRatio { get; set; } = 250;

    /// <summary>Below this inflated length, in bytes, the ratio is not judged. Default: 64 MiB.</summary>
    [Range(0, long.MaxValue)]
    public long RatioFloorBytes { get; set; } = 64L << 20;

    /// <summary>Deepest nesting of elements, objects and arrays. Default: 32.</summary>
    [Range(8, 1_000)]
    public int MaxDepth { get; set; } = 32;

    /// <summary>Longest text, start tag or value, in characters. Default: 1,048,576.</summary>
    [Range(1_024, 1 << 26)]
    public int MaxTokenLength { get; set; } = 1 << 20;

    /// <summary>Longest record, or stretch between two records, in characters. Default: 4,194,304.</summary>
    [Range(1_024, 1 << 28)]
    public int MaxRecordLength { get; set; } = 1 << 22;

    /// <summary>Number of faults outside records, and of unknown names in all, after which reading stops. Default: 10,000.</summary>
    [Range(1, 1_000_000)]
    public int MaxFaults { get; set; } = 10_000;
}
