namespace Kpr.Core.Persons;

/// <summary>The list of decisions, ready to be asked for every record. Deletion and reservation follow the links.</summary>
public sealed class PersonIndex
{
    private readonly Dictionary<string, string> _parents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _next = new(StringComparer.Ordinal);
    private readonly HashSet<string> _erased = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ReservedServices> _reserved = new(StringComparer.Ordinal);

    /// <summary>Prepares a list.</summary>
    public PersonIndex(PersonList list)
    {
        foreach (var decision in list.Decisions)
        {
            // Marks of one decision are of one person, whatever the decision.
            foreach (var mark in decision.Marks)
            {
                _parents[Root(mark)] = Root(decision.Marks[0]);
            }

            if (decision is { Old: { } old, New: { } @new })
            {
                _next[old] = @new;
            }
        }

        foreach (var decision in list.Decisions)
        {
            var person = Root(decision.Marks[0]);
            if (decision.Kind == PersonDecisionKind.Erasure)
            {
                _erased.Add(person);
            }

            if (decision.Kind == PersonDecisionKind.Reservation)
            {
                _reserved[person] = _reserved.GetValueOrDefault(person) | decision.Services;
            }
        }
    }

    /// <summary>Nobody.</summary>
    public static PersonIndex Empty { get; } = new(PersonList.Empty);

    /// <summary>Whether anything could be found at all.</summary>
    public bool IsEmpty => _erased.Count == 0 && _reserved.Count == 0;

    /// <summary>Whether nothing of a person may be stored or read.</summary>
    public bool IsErased(string mark) => _erased.Count > 0 && _erased.Contains(Root(mark));

    /// <summary>Whether any number has been replaced.</summary>
    public bool HasLinks => _next.Count > 0;

    /// <summary>Whether the number of a person key has been replaced by another.</summary>
    public bool IsReplaced(string personKey) => _next.ContainsKey(personKey);

    /// <summary>What a person has objected to.</summary>
    public ReservedServices Reserved(string mark) => _reserved.Count == 0 ? ReservedServices.None : _reserved.GetValueOrDefault(Root(mark));

    /// <summary>Whether a person is deleted, or objects to one of these services.</summary>
    public bool Concerns(string mark, ReservedServices services) => IsErased(mark) || (Reserved(mark) & services) != ReservedServices.None;

    /// <summary>The person key that counts for a key: that of the number in use now, however often it was replaced.</summary>
    public string Current(string personKey)
    {
        // Circles are refused; a list that has one all the same must not hang.
        for (var steps = 0; steps <= _next.Count && _next.TryGetValue(personKey, out var next); steps++)
        {
            personKey = next;
        }

        return personKey;
    }

    private string Root(string mark)
    {
        while (_parents.TryGetValue(mark, out var parent) && parent != mark)
        {
            mark = parent;
        }

        return mark;
    }
}
