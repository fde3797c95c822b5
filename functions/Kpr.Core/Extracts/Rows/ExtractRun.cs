using Kpr.Core.Extracts.Keys;
using Kpr.Core.Extracts.Orders;
using Kpr.Core.Extracts.Planning;
using Kpr.Core.Extracts.Population;
using Kpr.Core.Identity;
using Kpr.Core.Statistics.Requests;

namespace Kpr.Core.Extracts.Rows;

/// <summary>
/// Extracts the rows of a unit: those that stand, in the period, of the population, that the filters take. They come out as sorted runs, as many as memory asks
/// for, which the caller keeps for <see cref="ExtractMerge"/>.
/// </summary>
public sealed class ExtractRun : IDisposable
{
    /// <summary>Bytes of rows that are held at once where nothing else is said.</summary>
    public const int DefaultLimit = 64 << 20;

    private readonly ExtractedPersons _persons;
    private readonly ReadColumns _columns = new();
    private readonly RowTest _test;
    private readonly RowPacker _packer;
    private readonly int _limit;
    private readonly int _person;
    private readonly int _id;

    /// <summary>Prepares for a unit.</summary>
    /// <param name="dataset">The dataset, of the plan.</param>
    /// <param name="dates">What becomes of dates, of the plan.</param>
    /// <param name="keys">The keys of the project.</param>
    /// <param name="persons">Whose data may leave.</param>
    /// <param name="population">Whose data are extracted, controls included; null for everybody.</param>
    /// <param name="limit">Bytes of rows that are held at once, of all tables. As much again is needed to hand them out.</param>
    /// <param name="nameOf">What a person is called, by the register's key of the number in use now; by default the key of the project.</param>
    public ExtractRun(
        PlannedDataset dataset, DateTreatment dates, ProjectKeys keys, DisclosablePersons persons, PersonSet? population, int limit = DefaultLimit,
        Func<PersonKey, ProjectKey>? nameOf = null)
    {
        _limit = limit;
        _persons = new ExtractedPersons(dates, keys, nameOf ?? keys.OfPerson, persons, population);
        _person = _columns.Place("personKey");
        _id = _columns.Place(dataset.Source.Id);
        _test = new RowTest(dataset.Source, dataset.From, dataset.To, dataset.Filters, _columns);
        _packer = new RowPacker(dataset, dates, keys, _columns);
    }

    /// <summary>Persons with rows, by their register keys.</summary>
    public PersonSet Persons { get; } = new();

    /// <summary>Rows of the dataset that were taken.</summary>
    public long Rows { get; private set; }

    /// <summary>Reads a segment.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="standing">Which rows count, learnt of the whole unit before; null for all.</param>
    /// <returns>Runs that are full. Each must be taken before the next is asked for.</returns>
    /// <exception cref="InvalidDataException">The segment lacks a column.</exception>
    public IEnumerable<PackedRun> Add(ExtractSegment segment, RowStanding? standing)
    {
        using var cells = new SegmentCells(segment, _columns.Names);
        if (cells.Missing is { } missing)
        {
            throw new InvalidDataException($"{segment.Partition} has no column {missing}.");
        }

        while (cells.Read())
        {
            if (Take(cells, segment, standing) && _packer.Length > _limit)
            {
                foreach (var run in _packer.Pack())
                {
                    yield return run;
                }
            }
        }
    }

    /// <summary>The runs that are left. Each must be taken before the next is asked for.</summary>
    public IEnumerable<PackedRun> Finish() => _packer.Pack();

    /// <inheritdoc/>
    public void Dispose() => _packer.Dispose();

    private bool Take(SegmentCells cells, ExtractSegment segment, RowStanding? standing)
    {
        if (!_test.Holds(cells, out var day)
            || !cells.TryPerson(_person, out var key)
            || _persons.Find(key) is not { } person
            || (standing is { IsEmpty: false } && !standing.Counts(cells.Text(_id))))
        {
            return false;
        }

        if (!person.HasRows)
        {
            Persons.Add(person.Current);
            person.HasRows = true;
        }

        Rows++;
        _packer.Add(cells, segment, person, day);
        return true;
    }
}
