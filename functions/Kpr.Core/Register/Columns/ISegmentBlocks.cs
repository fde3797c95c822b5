namespace Kpr.Core.Register.Columns;

/// <summary>The blocks of a segment, whatever its form.</summary>
internal interface ISegmentBlocks : IDisposable
{
    /// <summary>The names of its columns; none where it has not even a header.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Reads the next block.</summary>
    /// <param name="columns">A column for each of the names; null for those that are not read.</param>
    /// <returns>Number of rows; -1 at the end.</returns>
    int Next(ReadOnlySpan<SegmentColumn?> columns);
}
