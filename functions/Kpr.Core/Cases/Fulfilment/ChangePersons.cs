using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Fulfilment;

/// <summary>Changes who has access: a light track that asks only for the data controller's confirmation of everyone who is new.</summary>
/// <param name="Add">The new persons.</param>
/// <param name="Remove">Names of those who leave.</param>
[Command("change-persons", "Endre personer med tilgang", "Change persons with access")]
[In(Phase.Decided, Phase.Fulfilment, Phase.Active, Phase.Expiring)]
[By(Role.Applicant, Relation.Owner)]
[By(Role.Controller, Relation.Office)]
public sealed record ChangePersons(IReadOnlyList<AccessPerson>? Add = null, IReadOnlyList<string>? Remove = null) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now)
    {
        var persons = state.Content.People?.Persons ?? [];
        if ((Add?.Count ?? 0) + (Remove?.Count ?? 0) == 0)
        {
            return Refusals.NoItems;
        }

        if (Remove?.Where(name => persons.All(person => person.Name != name)).ToList() is { Count: > 0 } unknown)
        {
            return Refusals.UnknownItem.For(unknown);
        }

        if (Add?.Where(person => !person.ConfirmedByController).Select(person => person.Name).ToList() is { Count: > 0 } unconfirmed)
        {
            return Refusals.PersonsNotConfirmed.For(unconfirmed);
        }

        IReadOnlyList<AccessPerson> left = [.. persons.Where(person => Remove?.Contains(person.Name) != true)];
        return [new PersonsChanged(new PeopleSection(left.PlusAll(Add ?? [])))];
    }
}
