using System.Globalization;
using System.IO.Compression;
using System.Text;
using Kpr.Core.Extracts.Orders;
using Kpr.Core.Extracts.Planning;
using Kpr.Core.Extracts.Rows;
using Kpr.Core.Identity;
using Kpr.Core.Statistics.Requests;

namespace Kpr.Core.Extracts.Population;

/// <summary>
/// Counts, for the persons of a unit, the records that criteria ask for, and notes what controls must be like. Units counted apart are joined, bucket by bucket
/// (<see cref="PopulationJoin"/>).
/// </summary>
public sealed class PopulationScan
{
    private readonly ReadColumns _columns = new();
    private readonly (int Number, RowTest Test)[] _criteria;
    private readonly RowTest? _controls;
    private readonly (int Place, int Beside, CellMemo<string> Value)[] _likes;
    private readonly ScannedPersons _scanned;
    private readonly ExtractSource _source;
    private readonly DisclosablePersons _persons;
    private readonly int _person;
    private readonly int _time;
    private readonly int _id;

    /// <summary>Prepares for a unit.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="source">The dataset of the unit.</param>
    /// <param name="persons">Whose data may leave.</param>
    public PopulationScan(ExtractPlan plan, ExtractSource source, DisclosablePersons persons)
    {
        (_source, _persons) = (source, persons);
        _person = _columns.Place("personKey");
        _id = _columns.Place(source.Id);
        _time = _columns.Place(source.Counted.Time);
        _criteria = [.. (plan.Criteria ?? []).Index().Where(criterion => criterion.Item.Source == source)
            .Select(criterion => (criterion.Index, new RowTest(source, criterion.Item.From, criterion.Item.To, criterion.Item.Filters, _columns)))];
        _controls = plan.Controls is { } controls && controls.Source == source ? new RowTest(source, controls.From, controls.To, [], _columns) : null;
        _likes = _controls is null ? [] : [.. plan.Controls!.By.Select(column => (
            _columns.Place(column.Source), column.Beside is { } beside ? _columns.Place(beside) : -1, new CellMemo<string>(column.Map ?? ((value, _) => value))))];
        _scanned = new ScannedPersons(plan.Criteria?.Count ?? 0);
    }

    /// <summary>Counts the rows of a segment.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="standing">Which rows count, learnt of the whole unit before; null for all.</param>
    /// <exception cref="InvalidDataException">The segment lacks a column.</exception>
    public void Add(ExtractSegment segment, RowStanding? standing)
    {
        using var cells = new SegmentCells(segment, _columns.Names);
        if (cells.Missing is { } missing)
        {
            throw new InvalidDataException($"{segment.Partition} has no column {missing}.");
        }

        Span<char> text = stackalloc char[PersonKey.TextLength];
        while (cells.Read())
        {
            var cell = cells[_person];
            if (cell.Length == PersonKey.TextLength && Encoding.ASCII.TryGetChars(cell, text, out _) && PersonKey.TryParse(text, out var key))
            {
                Add(cells, key, standing);
            }
        }
    }

    /// <summary>Writes the persons of a bucket.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="buckets">How many there are.</param>
    public byte[] Write(int bucket, int buckets)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            _scanned.Write(gzip, key => PersonSet.BucketOf(key, buckets) == bucket);
        }

        return packed.ToArray();
    }

    private void Add(SegmentCells cells, PersonKey key, RowStanding? standing)
    {
        bool? stands = null;
        var current = key;
        foreach (var (number, test) in _criteria)
        {
            if (test.Holds(cells, out _) && Stands(ref current))
            {
                _scanned.Count(current, number);
            }
        }

        if (_controls?.Holds(cells, out _) == true && Stands(ref current))
        {
            _scanned.Liken(current, Encoding.UTF8.GetString(cells[_time]), Likes(cells));
        }

        bool Stands(ref PersonKey current) =>
            stands ??= standing?.Counts(Encoding.UTF8.GetString(cells[_id])) != false && _persons.TryCurrent(key, out current);
    }

    // Persons with a value missing are like nobody.
    private string Likes(SegmentCells cells)
    {
        var text = new StringBuilder();
        foreach (var (place, beside, value) in _likes)
        {
            var like = value.Of(cells[place], beside < 0 ? default : cells[beside]);
            if (like.Length == 0)
            {
                return "";
            }

            text.Append(CultureInfo.InvariantCulture, $"{like}\u001f");
        }

        return text.ToString();
    }
}
