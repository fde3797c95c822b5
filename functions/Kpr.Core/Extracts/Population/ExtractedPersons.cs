using System.Text;
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

    private readonly Dictionary<PersonKey, (ExtractedPerson? Person, PersonKey Current)> _known = [];

    /// <summary>The person of a cell; null where nothing of her is extracted, and for no person.</summary>
    /// <param name="cell">The register key.</param>
    /// <param name="current">Her register key now.</param>
    public ExtractedPerson? Find(ReadOnlySpan<byte> cell, out PersonKey current)
    {
        Span<char> text = stackalloc char[PersonKey.TextLength];
        current = default;
        if (cell.Length != PersonKey.TextLength || !Encoding.ASCII.TryGetChars(cell, text, out _) || !PersonKey.TryParse(text, out var key))
        {
            return null;
        }

        if (!_known.TryGetValue(key, out var known))
        {
            if (_known.Count == MostKept)
            {
                _known.Clear();
            }

            _known[key] = known = Make(key);
        }

        current = known.Current;
        return known.Person;
    }

    private (ExtractedPerson? Person, PersonKey Current) Make(PersonKey key) =>
        persons.TryCurrent(key, out var current) && population?.Contains(current) != false
            ? (new ExtractedPerson(nameOf(current), dates == DateTreatment.Shifted ? keys.ShiftOf(current) : 0), current)
            : (null, current);
}
