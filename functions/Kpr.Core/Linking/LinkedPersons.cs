using Kpr.Core.Extracts.Population;
using Kpr.Core.Identity;

namespace Kpr.Core.Linking;

/// <summary>
/// Whose data of the register are linked: those of the batch's population whose data may leave, by their keys of today. Somebody whose number was replaced since serial numbers
/// were issued keeps the one that she has.
/// </summary>
public sealed class LinkedPersons
{
    private readonly Dictionary<PersonKey, PersonKey> _issued = [];

    private LinkedPersons(PersonSet persons) => Persons = persons;

    /// <summary>By the keys of today.</summary>
    public PersonSet Persons { get; }

    /// <summary>Those of a population.</summary>
    /// <param name="population">Everybody with a serial number, by the keys of the day when it was issued.</param>
    /// <param name="disclosable">Whose data may leave.</param>
    public static LinkedPersons Of(PersonSet population, DisclosablePersons disclosable)
    {
        var linked = new LinkedPersons(new PersonSet());

        // In order: of two who turned out to be one, the same one always gives the serial number; where the number in use now is among them, that one.
        foreach (var issued in population.InOrder())
        {
            if (disclosable.TryCurrent(issued, out var current) && linked.Persons.Add(current) && !population.Contains(current))
            {
                linked._issued[current] = issued;
            }
        }

        return linked;
    }

    /// <summary>The key that the serial number of a person was made of.</summary>
    /// <param name="current">Her key today.</param>
    public PersonKey IssuedOf(PersonKey current) => _issued.GetValueOrDefault(current, current);
}
