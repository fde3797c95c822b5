using System.Numerics;
using System.Text;

namespace Kpr.Core.Extracts.Risk;

/// <summary>Counts the persons of combinations of values.</summary>
/// <param name="columns">The columns.</param>
/// <param name="small">Persons that a combination must have not to be small.</param>
internal sealed class CombinationCount(IReadOnlyList<string> columns, int small)
{
    private const int Most = 1 << 19;
    private const int MostTexts = 10_000;
    private const int MostListed = 50;

    private readonly Dictionary<ulong, int> _places = [];
    private readonly List<string?> _texts = [];
    private readonly int _kept = Math.Max(1, small - 1);
    private int[] _persons = new int[1 << 10];
    private int[] _last = new int[1 << 10];
    private ulong[] _diagnoses = new ulong[1 << 10];
    private int[] _firsts = [];
    private int _textCount;
    private int _level;

    /// <summary>Takes a row's combination.</summary>
    /// <param name="values">The values, with a vertical line between.</param>
    /// <param name="person">Number of its person; rows of a person come together.</param>
    /// <param name="diagnosis">The main diagnosis; empty for none.</param>
    public void Add(ReadOnlySpan<byte> values, int person, ReadOnlySpan<byte> diagnosis)
    {
        var hash = Hash(values);
        if (!IsCounted(hash))
        {
            return;
        }

        if (!_places.TryGetValue(hash, out var place))
        {
            place = Begin(hash, values);
        }

        _diagnoses[place] |= diagnosis.IsEmpty ? 0 : 1UL << (int)(Hash(diagnosis) >> 58);
        if (_last[place] == person)
        {
            return;
        }

        _last[place] = person;
        if (_persons[place] < _kept)
        {
            _firsts[(place * _kept) + _persons[place]] = person;
        }

        if (++_persons[place] == small && _texts[place] is not null)
        {
            _texts[place] = null;
            _textCount--;
        }

        if (_places.Count > Most)
        {
            Thin();
        }
    }

    /// <summary>What was counted.</summary>
    /// <param name="persons">Number of persons.</param>
    public CombinationRisk Finish(int persons)
    {
        var (unique, few) = (new HashSet<int>(), new HashSet<int>());
        var (uniques, smalls, least, fewest, single) = (0L, 0L, (long)int.MaxValue, int.MaxValue, 0L);
        foreach (var place in _places.Values)
        {
            var count = _persons[place];
            least = Math.Min(least, count);
            if (count < small)
            {
                smalls++;
                few.UnionWith(_firsts.AsSpan(place * _kept, Math.Min(count, _kept)).ToArray());
            }

            if (count == 1)
            {
                uniques++;
                unique.Add(_firsts[place * _kept]);
            }
            else if (_diagnoses[place] != 0)
            {
                var several = BitOperations.PopCount(_diagnoses[place]);
                fewest = Math.Min(fewest, several);
                single += several == 1 ? 1 : 0;
            }
        }

        var any = _diagnoses.AsSpan(0, _places.Count).ContainsAnyExcept(0UL);
        return new CombinationRisk(
            columns, _places.Count, _places.Count == 0 ? 0 : least, uniques, Share(unique.Count, persons), smalls, Share(few.Count, persons), Listed(), 1.0 / (1L << _level))
        {
            FewestDiagnoses = fewest == int.MaxValue ? null : fewest,
            OfOneDiagnosis = any ? single : null,
        };
    }

    private IReadOnlyList<KeyValuePair<string, long>> Listed() =>
    [
        .. _texts.Index().Where(text => text.Item is not null).Select(text => KeyValuePair.Create(text.Item!, (long)_persons[text.Index]))
            .OrderBy(one => one.Value).ThenBy(one => one.Key, StringComparer.Ordinal).Take(MostListed),
    ];

    // Of every second combination half the persons: the share is of all, as far as it can be told.
    private double Share(int found, int persons) => persons == 0 ? 0 : Math.Min(1, (double)found * (1L << _level) / persons);

    private bool IsCounted(ulong hash) => (hash & ((1UL << _level) - 1)) == 0;

    private int Begin(ulong hash, ReadOnlySpan<byte> values)
    {
        var place = _places[hash] = _places.Count;
        if (place == _persons.Length)
        {
            Array.Resize(ref _persons, 2 * place);
            Array.Resize(ref _last, 2 * place);
            Array.Resize(ref _diagnoses, 2 * place);
        }

        if (_firsts.Length < _persons.Length * _kept)
        {
            Array.Resize(ref _firsts, _persons.Length * _kept);
        }

        var keeps = small > 1 && _textCount < MostTexts;
        _texts.Add(keeps ? Encoding.UTF8.GetString(values) : null);
        _textCount += keeps ? 1 : 0;
        return place;
    }

    private void Thin()
    {
        _level++;
        var left = _places.Where(place => IsCounted(place.Key)).OrderBy(place => place.Value).ToList();
        _places.Clear();
        foreach (var (hash, from) in left)
        {
            var to = _places[hash] = _places.Count;
            (_persons[to], _last[to], _diagnoses[to], _texts[to]) = (_persons[from], _last[from], _diagnoses[from], _texts[from]);
            _firsts.AsSpan(from * _kept, _kept).CopyTo(_firsts.AsSpan(to * _kept));
        }

        _texts.RemoveRange(_places.Count, _texts.Count - _places.Count);
        _textCount = _texts.Count(text => text is not null);
        _persons.AsSpan(_places.Count).Clear();
        _last.AsSpan(_places.Count).Clear();
        _diagnoses.AsSpan(_places.Count).Clear();
    }

    // FNV-1a, its bits mixed once more (MurmurHash3): the same on every machine.
    private static ulong Hash(ReadOnlySpan<byte> text)
    {
        var hash = 14695981039346656037UL;
        foreach (var sign in text)
        {
            hash = (hash ^ sign) * 1099511628211UL;
        }

        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdUL;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53UL;
        return hash ^ (hash >> 33);
    }
}
