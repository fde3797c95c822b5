using Kpr.Core.Extracts.Keys;
using Kpr.Core.Extracts.Orders;
using Kpr.Core.Identity;

namespace Kpr.Core.Extracts.Population;

/// <summary>Who of the register is in an extract, and under which key.</summary>
/// <param name="dates">What becomes of dates.</param>
/// <param name="keys">The keys of the project.</param>
/// <param name="nameOf">What a person is called.</param>
/// <param name="persons">Whose data may leave.</param>
/// <param name="population">Whose data are extracted; null for everybody.</param>
internal sealed class ExtractedPersons(DateTreatment dates, ProjectKeys keys, Func<PersonKey, ProjectKey> nameOf, DisclosablePersons persons, PersonSet? population)
{
    private const int MostKept = 1 << 18;

    private readonly Dictionary<PersonKey, ExtractedPerson?> _known = [];

    /// <summary>The person of a register key; null where nothing of her is extracted.</summary>
    public ExtractedPerson? Find(PersonKey key)
    {
        if (!_known.TryGetValue(key, out var known))
        {
            if (_known.Count == MostKept)
            {
                _known.Clear();
            }

            _known[key] = known = Make(key);
        }

        return known;
    }

    private ExtractedPerson? Make(PersonKey key) =>
        persons.TryCurrent(key, out var current) && population?.Contains(current) != false
            ? new ExtractedPerson(nameOf(current), dates == DateTreatment.Shifted ? keys.ShiftOf(current) : 0, current)
            : null;
}
