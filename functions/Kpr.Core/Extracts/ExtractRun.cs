using Kpr.Core.Statistics.Requests;

namespace Kpr.Core.Extracts;

/// <summary>
/// Extracts the rows of a unit: those that stand, in the period, of the population, that the filters take. They come out as sorted runs, as many as memory asks
/// for, which the caller keeps for <see cref="ExtractMerge"/>.
/// </summary>
/// <param name="dataset">The dataset, of the plan.</param>
/// <param name="dates">What becomes of dates, of the plan.</param>
/// <param name="keys">The keys of the project.</param>
/// <param name="persons">Whose data may leave.</param>
/// <param name="population">Whose data are extracted, controls included; null for everybody.</param>
/// <param name="limit">Bytes of rows that are held at once, of all tables. Default 64 MiB.</param>
public sealed class ExtractRun(
    PlannedDataset dataset, DateTreatment dates, ProjectKeys keys, DisclosablePersons persons, PersonSet? population, int limit = 64 << 20)
{
    /// <summary>Persons with rows, by their register keys.</summary>
    public PersonSet Persons { get; } = new();

    /// <summary>Rows of the dataset that were taken.</summary>
    public long Rows { get; private set; }

    /// <summary>Reads a segment.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="standing">Which rows count, learnt of the whole unit before; null for all.</param>
    /// <returns>Runs that are full. They must be taken before the next is asked for.</returns>
    /// <exception cref="InvalidDataException">The segment lacks a column.</exception>
    public IEnumerable<PackedRun> Add(ExtractSegment segment, RowStanding? standing) => throw new NotSupportedException($"{dataset}{dates}{keys}{persons}{population}{limit}");

    /// <summary>The runs that are left.</summary>
    public IEnumerable<PackedRun> Finish() => throw new NotSupportedException();
}
