using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using Kpr.Core.Identity;

namespace Kpr.Core.Statistics.Requests;

/// <summary>
/// The finest cells that each person stands in, or the latest of them. Parts counted apart are joined exactly; they are written in
/// buckets by person, so that the persons of a bucket can be joined without the others.
/// </summary>
/// <param name="latest">Whether a person is placed in one cell, the latest.</param>
public sealed class PersonCells(bool latest)
{
    private readonly Dictionary<PersonKey, int> _keys = [];
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    private readonly List<PlacedPerson> _persons = [];
    private readonly Dictionary<int, SortedSet<int>> _more = [];

    /// <summary>Number of persons.</summary>
    public int Count => _persons.Count;

    /// <summary>Number of persons who stand in more than one cell.</summary>
    public int InSeveral => _more.Count;

    /// <summary>Takes a person in a cell.</summary>
    public void Add(string person, int cell, string time) => Add(PlaceOf(person), cell, time);

    /// <summary>The cells of each person, in no order.</summary>
    public IEnumerable<IReadOnlyCollection<int>> Cells() =>
        _persons.Select((person, place) => (IReadOnlyCollection<int>)(_more.TryGetValue(place, out var cells) ? cells : [person.Cell]));

    /// <summary>Takes the persons of another part.</summary>
    public void Join(PersonCells other)
    {
        for (var place = 0; place < other._persons.Count; place++)
        {
            var person = other._persons[place];
            var here = person.Name is { } name ? PlaceOf(name) : PlaceOf(person.Key);
            Add(here, person.Cell, person.Time);
            foreach (var more in other._more.GetValueOrDefault(place, []))
            {
                Add(here, more, person.Time);
            }
        }
    }

    /// <summary>Writes the persons of a bucket, packed, in the order of their keys.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="buckets">How many there are.</param>
    public byte[] Write(int bucket, int buckets)
    {
        var here = new List<(string Name, int Place)>();
        Span<char> written = stackalloc char[PersonKey.TextLength];
        for (var place = 0; place < _persons.Count; place++)
        {
            var person = _persons[place];
            person.Key.TryFormat(written, out _);
            ReadOnlySpan<char> name = person.Name is null ? written : person.Name;
            if (KeyBuckets.Of(name, buckets) == bucket)
            {
                here.Add((name.ToString(), place));
            }
        }

        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        using (var text = new StreamWriter(gzip, new UTF8Encoding(false)) { NewLine = "\n" })
        {
            foreach (var (name, place) in here.OrderBy(person => person.Name, StringComparer.Ordinal))
            {
                var person = _persons[place];
                var cells = _more.TryGetValue(place, out var more) ? string.Join(' ', more) : person.Cell.ToString(CultureInfo.InvariantCulture);
                text.WriteLine($"{name},{person.Time},{cells}");
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

    /// <summary>The place that a person has here.</summary>
    internal int PlaceOf(PersonKey key)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_keys, key, out var known);
        return known ? place : place = Begin(new PlacedPerson(key, null));
    }

    /// <summary>The place that a person has here.</summary>
    internal int PlaceOf(string person)
    {
        if (PersonKey.TryParse(person, out var key))
        {
            return PlaceOf(key);
        }

        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_names, person, out var known);
        return known ? place : place = Begin(new PlacedPerson(default, person));
    }

    /// <summary>Takes a person in a cell.</summary>
    internal void Add(int place, int cell, ReadOnlySpan<char> time)
    {
        ref var person = ref CollectionsMarshal.AsSpan(_persons)[place];
        if (person.Cell < 0)
        {
            person = person with { Time = time.ToString(), Cell = cell };
        }
        else if (latest)
        {
            // At one time in two cells: always the same one, whichever comes first.
            var later = time.CompareTo(person.Time, StringComparison.Ordinal);
            if (later > 0 || (later == 0 && cell > person.Cell))
            {
                person = person with { Time = later == 0 ? person.Time : time.ToString(), Cell = cell };
            }
        }
        else if (cell != person.Cell)
        {
            if (!_more.TryGetValue(place, out var cells))
            {
                _more.Add(place, cells = [person.Cell]);
            }

            cells.Add(cell);
        }
    }

    private int Begin(PlacedPerson person)
    {
        _persons.Add(person);
        return _persons.Count - 1;
    }

    // By key; by name where it has none.
    private readonly record struct PlacedPerson(PersonKey Key, string? Name)
    {
        public string Time { get; init; } = "";

        public int Cell { get; init; } = -1;
    }
}
