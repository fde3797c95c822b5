namespace Kpr.Core.Persons;

/// <summary>What the register's list of replaced numbers and the loaded population register tell.</summary>
/// <remarks>One object serves many records, one thread at a time: several rules ask for the same number in turn.</remarks>
/// <param name="decisions">The decisions about persons; links are among them.</param>
/// <param name="population">The population register; null when none is loaded.</param>
/// <param name="marks">Makes marks of numbers.</param>
public sealed class KnownPersons(PersonIndex decisions, PopulationTable? population, PersonMarks marks) : IKnownPersons
{
    private string? _asked;
    private KnownPerson? _answer;

    /// <inheritdoc/>
    public bool HasPopulation => population is not null;

    /// <inheritdoc/>
    public KnownPerson? Find(string number)
    {
        if (population is null && !decisions.HasLinks)
        {
            return null;
        }

        if (!ReferenceEquals(_asked, number))
        {
            (_asked, _answer) = (number, Ask(number));
        }

        return _answer;
    }

    private KnownPerson? Ask(string number)
    {
        if (marks.KeyOf(number) is not { } key)
        {
            return null;
        }

        var replaced = decisions.IsReplaced(key.ToString());
        return population?.Find(key) is { } entry
            ? entry with { IsReplaced = entry.IsReplaced || replaced }
            : replaced ? new KnownPerson(false, true, null) : null;
    }
}
