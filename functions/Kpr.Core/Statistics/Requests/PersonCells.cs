using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Kpr.Core.Statistics.Requests;

/// <summary>
/// The finest cells that each person stands in, or the latest of them. Parts counted apart are joined exactly; they are written in
/// buckets by person, so that the persons of a bucket can be joined without the others.
/// </summary>
/// <param name="latest">Whether a person is placed in one cell, the latest.</param>
public sealed class PersonCells(bool latest)
{
    private readonly Dictionary<string, (string Time, int Cell)> _first = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<int>> _more = new(StringComparer.Ordinal);

    /// <summary>Number of persons.</summary>
    public int Count => _first.Count;

    /// <summary>Number of persons who stand in more than one cell.</summary>
    public int InSeveral => _more.Count;

    /// <summary>Takes a person in a cell.</summary>
    public void Add(string person, int cell, string time)
    {
        if (!_first.TryGetValue(person, out var known))
        {
            _first.Add(person, (time, cell));
        }
        else if (latest)
        {
            // At one time in two cells: always the same one, whichever comes first.
            var later = string.CompareOrdinal(time, known.Time);
            if (later > 0 || (later == 0 && cell > known.Cell))
            {
                _first[person] = (time, cell);
            }
        }
        else if (cell != known.Cell)
        {
            if (!_more.TryGetValue(person, out var cells))
            {
                _more.Add(person, cells = [known.Cell]);
            }

            cells.Add(cell);
        }
    }

    /// <summary>The cells of each person, in no order.</summary>
    public IEnumerable<IReadOnlyCollection<int>> Cells() =>
        _first.Select(person => (IReadOnlyCollection<int>)(_more.TryGetValue(person.Key, out var cells) ? cells : [person.Value.Cell]));

    /// <summary>Takes the persons of another part.</summary>
    public void Join(PersonCells other)
    {
        foreach (var (person, (time, cell)) in other._first)
        {
            Add(person, cell, time);
            foreach (var more in other._more.GetValueOrDefault(person, []))
            {
                Add(person, more, time);
            }
        }
    }

    /// <summary>Writes the persons of a bucket, packed, in the order of their keys.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="buckets">How many there are.</param>
    public byte[] Write(int bucket, int buckets)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        using (var text = new StreamWriter(gzip, new UTF8Encoding(false)) { NewLine = "\n" })
        {
            foreach (var (person, (time, cell)) in _first.Where(person => KeyBuckets.Of(person.Key, buckets) == bucket).OrderBy(person => person.Key, StringComparer.Ordinal))
            {
                var cells = _more.TryGetValue(person, out var more) ? string.Join(' ', more) : cell.ToString(CultureInfo.InvariantCulture);
                text.WriteLine($"{person},{time},{cells}");
            }
        }

        return packed.ToArray();
    }

    /// <summary>Takes the persons that another part wrote.</summary>
    public void Read(Stream packed)
    {
        using var gzip = new GZipStream(packed, CompressionMode.Decompress, leaveOpen: true);
        using var text = new StreamReader(gzip, Encoding.UTF8);
        while (text.ReadLine() is { } line)
        {
            var fields = line.Split(',');
            foreach (var cell in fields[2].Split(' '))
            {
                Add(fields[0], int.Parse(cell, CultureInfo.InvariantCulture), fields[1]);
            }
        }
    }
}
