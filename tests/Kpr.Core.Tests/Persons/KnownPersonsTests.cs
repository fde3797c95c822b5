using Kpr.Core.Identity;
using Kpr.Core.Persons;
using Kpr.Core.Rules;
using Kpr.Core.Tests.Claims;

namespace Kpr.Core.Tests.Persons;

/// <summary>I16, I17 and K31: what the population register and replaced numbers tell.</summary>
public sealed class KnownPersonsTests : IDisposable
{
    private readonly PersonMarks _marks = new(new byte[32]);

    [Theory]
    [InlineData("aktiv;", "")]
    [InlineData("inaktiv;", "I17")]
    [InlineData("aktiv;2026-02-09", "K31")]
    [InlineData("aktiv;2026-02-10", "")]
    [InlineData(null, "I16")]
    public void A_claim_is_held_against_the_population(string? entry, string rules)
    {
        var list = entry is null ? [] : new[] { $"{TestClaim.Man};{entry}" };

        Assert.Equal(rules, Rules(Population(list)));
    }

    [Fact]
    public void Without_population_and_links_nothing_is_told() => Assert.Equal("", Rules(null));

    [Fact]
    public void A_number_that_has_been_replaced_is_told_without_population()
    {
        var (old, next) = (_marks.KeyOf(TestClaim.Man)!.Value.ToString(), _marks.KeyOf(TestClaim.Woman)!.Value.ToString());
        var links = new PersonIndex(new PersonList([new PersonDecision("a", PersonDecisionKind.Link, "2026/1", DateTime.UnixEpoch, [old, next]) { Old = old, New = next }]));

        Assert.Equal("I17", Rules(null, links));
        Assert.Equal("", Rules(null, links, TestClaim.Woman));
        Assert.Equal("I16 I17", Rules(Population([]), links));
    }

    [Fact]
    public void A_number_that_yields_no_key_is_not_looked_for()
    {
        var known = new KnownPersons(PersonIndex.Empty, Population([]), _marks);

        var receipt = ClaimDocuments.Judge(
            ClaimDocuments.Json(new TestClaim(1) { Fid = "PX4471209", FidType = "PNR" }), context => context with { Persons = known });

        Assert.DoesNotContain("I16", receipt.Rules.Keys);
    }

    [Fact]
    public void A_table_is_read_as_it_was_written_and_the_last_of_two_entries_counts()
    {
        var people = Enumerable.Range(1, 28).Select(day => SyntheticIdentity.BirthNumber(new DateOnly(1950, 2, day), Sex.Female, 3)).OfType<string>().ToList();
        var table = Population([.. people.Select(number => $"{number};aktiv;"), $"{people[3]};inaktiv;2020-01-01"]);

        var read = PopulationTable.Read(table.Write());

        Assert.Equal(people.Count, read.Count);
        Assert.All(people, number => Assert.Equal(number == people[3] ? new KnownPerson(true, true, new DateOnly(2020, 1, 1)) : new KnownPerson(true, false, null), read.Find(_marks.KeyOf(number)!.Value)));
        Assert.Null(read.Find(_marks.KeyOf(TestClaim.Man)!.Value));
        Assert.Throws<InvalidDataException>(() => PopulationTable.Read("something else"u8));
        Assert.Throws<InvalidDataException>(() => PopulationTable.Read(table.Write().AsSpan()[..^1]));
    }

    [Theory]
    [InlineData(1, "nummer;status")]
    [InlineData(1)]
    [InlineData(2, "nummer;status;doedsdato", "123;aktiv;")]
    [InlineData(2, "nummer;status;doedsdato", TestClaim.Man + ";død;")]
    [InlineData(3, "nummer;status;doedsdato", TestClaim.Man + ";aktiv;", TestClaim.Man + ";aktiv;2020-13-01")]
    [InlineData(2, "nummer;status;doedsdato", TestClaim.Man + ";aktiv")]
    public void A_list_that_does_not_hold_is_told_by_its_line(int line, params string[] lines) => Assert.Equal((null, line), PopulationList.Read(lines, _marks));

    public void Dispose() => _marks.Dispose();

    private PopulationTable Population(IEnumerable<string> lines) => PopulationList.Read([PopulationList.Header, .. lines], _marks).Table!;

    private string Rules(PopulationTable? population, PersonIndex? links = null, string fid = TestClaim.Man)
    {
        var known = new KnownPersons(links ?? PersonIndex.Empty, population, _marks);
        var receipt = ClaimDocuments.Judge(
            ClaimDocuments.Json(new TestClaim(1) { Fid = fid, Tidspunkt = "2026-02-10T10:00:00+01:00" }), context => context with { Persons = known });
        return string.Join(' ', receipt.Rules.Keys.Where(rule => rule is "I16" or "I17" or "K31"));
    }
}
