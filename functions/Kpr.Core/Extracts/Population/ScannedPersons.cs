using System.Text;
using Kpr.Core.Identity;

namespace Kpr.Core.Extracts.Population;

/// <summary>What was counted of persons: records by criterion, and what they are like by their latest record. Kept in arrays beside each other: a unit may have a million persons.</summary>
/// <param name="criteria">Number of criteria of the plan.</param>
internal sealed class ScannedPersons(int criteria)
{
    private readonly Dictionary<PersonKey, int> _places = [];
    private readonly Dictionary<string, int> _likesByText = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly List<string> _likesTexts = [""];
    private int[] _counts = new int[criteria * 256];
    private int[] _likes = new int[256];
    private string?[] _times = new string?[256];

    /// <summary>The persons.</summary>
    public IEnumerable<PersonKey> Persons => _places.Keys;

    /// <summary>Counts a record.</summary>
    public void Count(PersonKey person, int criterion, int records = 1) => _counts[(Place(person) * criteria) + criterion] += records;

    /// <summary>Notes what a person is like at a time. The latest counts; of two at one time always the same.</summary>
    public void Liken(PersonKey person, string time, string likes)
    {
        var place = Place(person);
        var later = _times[place] is { } known ? string.CompareOrdinal(time, known) : 1;
        if (later > 0 || (later == 0 && string.CompareOrdinal(likes, _likesTexts[_likes[place]]) > 0))
        {
            if (!_likesByText.TryGetValue(likes, out var text))
            {
                _likesByText[likes] = text = _likesTexts.Count;
                _likesTexts.Add(likes);
            }

            (_times[place], _likes[place]) = (time, text);
        }
    }

    /// <summary>How many records a person has of a criterion.</summary>
    public int CountOf(PersonKey person, int criterion) => _places.TryGetValue(person, out var place) ? _counts[(place * criteria) + criterion] : 0;

    /// <summary>What a person is like; empty when that is not known.</summary>
    public string LikesOf(PersonKey person) => _places.TryGetValue(person, out var place) ? _likesTexts[_likes[place]] : "";

    /// <summary>Whether a person has a record that controls are found by.</summary>
    public bool IsLikened(PersonKey person) => _places.TryGetValue(person, out var place) && _times[place] is not null;

    /// <summary>Writes persons in the order of their keys.</summary>
    public void Write(Stream stream, Func<PersonKey, bool> which)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        Span<byte> bytes = stackalloc byte[PersonKey.ByteLength];
        foreach (var person in _places.Keys.Where(which).Order())
        {
            person.WriteBytes(bytes);
            writer.Write(bytes);
            var place = _places[person];
            for (var criterion = 0; criterion < criteria; criterion++)
            {
                writer.Write7BitEncodedInt(_counts[(place * criteria) + criterion]);
            }

            writer.Write(_times[place] ?? "");
            writer.Write(_likesTexts[_likes[place]]);
        }
    }

    /// <summary>Takes what another wrote.</summary>
    public void Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        while (reader.ReadBytes(PersonKey.ByteLength) is { Length: > 0 } bytes)
        {
            var person = bytes.Length == PersonKey.ByteLength ? new PersonKey(bytes) : throw new InvalidDataException("Scanned persons end in the middle of one.");
            for (var criterion = 0; criterion < criteria; criterion++)
            {
                Count(person, criterion, reader.Read7BitEncodedInt());
            }

            var (time, likes) = (reader.ReadString(), reader.ReadString());
            if (time.Length > 0)
            {
                Liken(person, time, likes);
            }
        }
    }

    private int Place(PersonKey person)
    {
        if (!_places.TryGetValue(person, out var place))
        {
            place = _places[person] = _places.Count;
            if (place == _likes.Length)
            {
                Array.Resize(ref _likes, 2 * place);
                Array.Resize(ref _times, 2 * place);
                Array.Resize(ref _counts, 2 * place * criteria);
            }
        }

        return place;
    }
}
