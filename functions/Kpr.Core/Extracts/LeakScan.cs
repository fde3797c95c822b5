namespace Kpr.Core.Extracts;

/// <summary>
/// The last look at a package (design of deliveries): reads every byte, in constant memory, for national identity numbers and for what must not occur. Write
/// a file to it, from end to end; <see cref="Finish"/> ends it.
/// </summary>
/// <param name="options">What is looked for.</param>
public sealed class LeakScan(LeakScanOptions options)
{
    /// <summary>What was found so far, 1,000 at most.</summary>
    public IReadOnlyList<LeakFinding> Findings { get; } = [];

    /// <summary>Number of findings, those that are not kept too.</summary>
    public long Count { get; private set; }

    /// <summary>Looks through a stream.</summary>
    public static LeakScan Of(Stream content, LeakScanOptions options) => throw new NotSupportedException($"{content}");

    /// <summary>Looks at the next bytes.</summary>
    public void Write(ReadOnlySpan<byte> bytes) => throw new NotSupportedException($"{options}");

    /// <summary>Ends a file; the next begins with line 1.</summary>
    public void Finish() => throw new NotSupportedException();
}
