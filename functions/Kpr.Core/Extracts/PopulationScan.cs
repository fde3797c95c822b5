using Kpr.Core.Statistics.Requests;

namespace Kpr.Core.Extracts;

/// <summary>Counts, for the persons of a unit, the records that criteria ask for. Units counted apart are joined, bucket by bucket (<see cref="PopulationJoin"/>).</summary>
/// <param name="plan">The plan.</param>
/// <param name="source">The dataset of the unit.</param>
/// <param name="persons">Whose data may leave.</param>
public sealed class PopulationScan(ExtractPlan plan, ExtractSource source, DisclosablePersons persons)
{
    /// <summary>Counts the rows of a segment.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="standing">Which rows count, learnt of the whole unit before; null for all.</param>
    /// <returns>Why it cannot be read; null when all is well.</returns>
    public ExtractFault? Add(ExtractSegment segment, RowStanding? standing) => throw new NotSupportedException($"{plan}{source}{persons}");

    /// <summary>Writes the persons of a bucket.</summary>
    public byte[] Write(int bucket, int buckets) => throw new NotSupportedException();
}
