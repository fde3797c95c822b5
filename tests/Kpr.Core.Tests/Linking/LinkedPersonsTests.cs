using Kpr.Core.Extracts.Population;
using Kpr.Core.Identity;
using Kpr.Core.Linking;
using Kpr.Core.Persons;

namespace Kpr.Core.Tests.Linking;

public sealed class LinkedPersonsTests
{
    private static readonly PersonKey A = Key(1);
    private static readonly PersonKey B = Key(2);
    private static readonly PersonKey C = Key(3);

    [Fact]
    public void Who_objects_or_is_deleted_is_not_among_them()
    {
        var linked = Of([A, B, C], new("1", PersonDecisionKind.Reservation, "1", default, [A.ToString()]) { Services = ReservedServices.Disclosure }, new("2", PersonDecisionKind.Erasure, "2", default, [C.ToString()]));

        Assert.Equal([B], linked.Persons.InOrder());
        Assert.Equal(B, linked.IssuedOf(B));
    }

    [Fact]
    public void Whose_number_was_replaced_since_keeps_her_serial_number()
    {
        var linked = Of([A, C], Link(A, B));

        Assert.Equal([B, C], linked.Persons.InOrder());
        Assert.Equal((A, C), (linked.IssuedOf(B), linked.IssuedOf(C)));
    }

    [Fact]
    public void Of_two_who_turned_out_to_be_one_the_number_in_use_gives_the_serial_number_or_else_always_the_same()
    {
        Assert.Equal(B, Of([A, B], Link(A, B)).IssuedOf(B));
        Assert.Equal([B], Of([A, B], Link(A, B)).Persons.InOrder());
        Assert.Equal(A, Of([B, A], Link(A, C), Link(B, C)).IssuedOf(C));
    }

    private static LinkedPersons Of(PersonKey[] population, params PersonDecision[] decisions) =>
        LinkedPersons.Of(new PersonSet(population), new DisclosablePersons(new PersonIndex(new PersonList(decisions))));

    private static PersonDecision Link(PersonKey old, PersonKey next) =>
        new($"{old}{next}", PersonDecisionKind.Link, "1", default, [old.ToString(), next.ToString()]) { Old = old.ToString(), New = next.ToString() };

    private static PersonKey Key(byte number) => new([number, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
}
