using Kpr.Core.Identity;
using Kpr.Core.Persons;

namespace Kpr.Core.Extracts.Population;

/// <summary>
/// Whose data may leave: nobody whose deletion is decided, nobody who objects to disclosure (reservasjon). Keys of numbers that were replaced are the key of
/// the number in use now.
/// </summary>
/// <param name="index">The decisions about persons, as of the day of the plan.</param>
public sealed class DisclosablePersons(PersonIndex index)
{
    private readonly bool _all = index is { IsEmpty: true, HasLinks: false };

    /// <summary>The key that counts for a key.</summary>
    /// <param name="key">A register key.</param>
    /// <param name="current">The key of the number in use now.</param>
    /// <returns>False where nothing of the person may leave.</returns>
    public bool TryCurrent(PersonKey key, out PersonKey current)
    {
        current = key;
        if (_all)
        {
            return true;
        }

        var text = key.ToString();
        if (index.Concerns(text, ReservedServices.Disclosure))
        {
            return false;
        }

        var now = index.Current(text);
        current = now == text ? key : PersonKey.Parse(now);
        return now == text || !index.Concerns(now, ReservedServices.Disclosure);
    }

    /// <summary>Those of some persons whose data may leave, by the keys that count: the population of a list.</summary>
    public PersonSet Of(IEnumerable<PersonKey> keys)
    {
        var set = new PersonSet();
        foreach (var key in keys)
        {
            if (TryCurrent(key, out var current))
            {
                set.Add(current);
            }
        }

        return set;
    }
}
