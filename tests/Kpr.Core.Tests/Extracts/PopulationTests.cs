using Kpr.Core.Extracts.Keys;
using Kpr.Core.Extracts.Orders;
using Kpr.Core.Extracts.Planning;
using Kpr.Core.Extracts.Population;
using Kpr.Core.Extracts.Rows;
using Kpr.Core.Identity;
using Kpr.Core.Persons;
using Kpr.Core.Statistics.Orders;
using Kpr.Core.Tests.Statistics;

namespace Kpr.Core.Tests.Extracts;

public sealed class PopulationTests
{
    private const int Buckets = 3;

    private static readonly OrderedFilter Diabetes = new(new OrderedVariable("diagnoser"), ["T90"]);

    [Fact]
    public void Persons_with_enough_records_over_all_units_are_the_population()
    {
        var register = new SyntheticRegister();
        var random = new RandomNumbers(1);
        var (twice, once, other) = (register.NewPerson(random), register.NewPerson(random), register.NewPerson(random));
        Claim(register, twice, "a", "2022-01-10", "ICPC-2:T90");
        Claim(register, twice, "b", "2022-11-10", "ICPC-2:R05 ICPC-2:T90");
        Claim(register, once, "c", "2022-01-10", "ICPC-2:T90");
        Claim(register, once, "d", "2021-12-31", "ICPC-2:T90");
        Claim(register, other, "e", "2022-02-10", "ICPC-2:R05");
        Claim(register, other, "f", "2022-03-10", "ICPC-2:R05");

        Assert.Equal([twice], Find(register, new PopulationCriterion("claims", TestExtract.From, TestExtract.To, [Diabetes], 2)));
        Assert.Equal(new[] { twice, once }.Order(), Find(register, new PopulationCriterion("claims", TestExtract.From, TestExtract.To, [Diabetes])));
        Assert.Equal(new[] { twice, other }.Order(), Find(register, new PopulationCriterion("claims", TestExtract.From, TestExtract.To, [], 2)));
    }

    [Fact]
    public void One_criterion_of_any_dataset_is_enough()
    {
        var register = new SyntheticRegister();
        var random = new RandomNumbers(2);
        var (claimant, cared) = (register.NewPerson(random), register.NewPerson(random));
        Claim(register, claimant, "a", "2022-01-10", "ICPC-2:T90");
        register.Add("care-report/2022/0301", cared, ("pasientGUID", "p"), ("fodselsar", "1950"));
        register.Add("care-report/2021/0301", register.NewPerson(random), ("pasientGUID", "q"), ("fodselsar", "1950"));

        var found = Find(register, new PopulationCriterion("claims", TestExtract.From, TestExtract.To, [Diabetes]),
            new PopulationCriterion("care-report", TestExtract.From, TestExtract.To, [new OrderedFilter(new OrderedVariable("fodselsar"), ["1940-1955"])]));

        Assert.Equal(new[] { claimant, cared }.Order(), found);
    }

    [Fact]
    public void Replaced_numbers_count_together_and_those_who_object_are_not_found()
    {
        var register = new SyntheticRegister();
        var random = new RandomNumbers(3);
        var (old, now, gone) = (register.NewPerson(random), register.NewPerson(random), register.NewPerson(random));
        Claim(register, old, "a", "2022-01-10", "ICPC-2:T90");
        Claim(register, now, "b", "2022-11-10", "ICPC-2:T90");
        Claim(register, gone, "c", "2022-01-10", "ICPC-2:T90");
        Claim(register, gone, "d", "2022-01-11", "ICPC-2:T90");
        var decisions = new PersonIndex(new PersonList(
        [
            new PersonDecision("1", PersonDecisionKind.Link, "26/1", default, [old.ToString(), now.ToString()]) { Old = old.ToString(), New = now.ToString() },
            new PersonDecision("2", PersonDecisionKind.Reservation, "26/2", default, [gone.ToString()]) { Services = ReservedServices.Disclosure },
        ]));

        Assert.Equal([now], Find(register, decisions, new PopulationCriterion("claims", TestExtract.From, TestExtract.To, [Diabetes], 2)));
        Assert.Equal([now], new DisclosablePersons(decisions).Of([old, now, gone]).InOrder());
    }

    [Fact]
    public void Credited_claims_are_not_counted()
    {
        var register = new SyntheticRegister();
        var person = register.NewPerson(new RandomNumbers(4));
        Claim(register, person, "a", "2022-01-10", "ICPC-2:T90");
        register.Add("claims/2022/01/lege", person, ("guid", "b"), ("krediterer", "a"), ("tidspunkt", "2022-01-10T10:00:00"), ("diagnoser", "ICPC-2:T90"));

        Assert.Empty(Find(register, new PopulationCriterion("claims", TestExtract.From, TestExtract.To, [Diabetes])));
    }

    [Fact]
    public void Controls_are_like_their_persons_outside_the_population_and_nobody_is_chosen_twice()
    {
        var register = SyntheticRegister.Of(seed: 11, persons: 300);
        var plan = Controlled(3);
        var members = new PersonSet(Scan(register, plan, PersonIndex.Empty).Members.InOrder());
        var chosen = Choose(register, plan, TestExtract.Secret());

        Assert.InRange(members.Count, 50, 299);
        Assert.NotEmpty(chosen.Pairs);
        Assert.Equal(chosen.Pairs.Count, chosen.Pairs.Select(pair => pair.Key).Distinct().Count());
        Assert.All(chosen.Pairs, pair => Assert.True(!members.Contains(pair.Key) && members.Contains(pair.Value) && Sex(register, pair.Key) == Sex(register, pair.Value)));
        var counts = chosen.Pairs.GroupBy(pair => pair.Value).ToDictionary(pairs => pairs.Key, pairs => pairs.Count());
        Assert.All(members.InOrder(), member =>
        {
            var got = counts.GetValueOrDefault(member);
            Assert.True(got <= 3);
            Assert.Equal(got < 3, chosen.Fewer.Any(one => one.Key == member && one.Value == got));
        });

        // Too few for all: nobody has two more than another who is like her.
        Assert.All(members.InOrder().GroupBy(member => Sex(register, member)), alike => Assert.InRange(alike.Max(one => counts.GetValueOrDefault(one)) - alike.Min(one => counts.GetValueOrDefault(one)), 0, 1));
    }

    [Fact]
    public void The_same_secret_always_chooses_the_same_controls_and_another_secret_others()
    {
        var register = SyntheticRegister.Of(seed: 12, persons: 200);

        var first = Choose(register, Controlled(1), TestExtract.Secret());

        Assert.Equal(first.Pairs, Choose(register, Controlled(1), TestExtract.Secret(), shuffle: 5).Pairs);
        Assert.NotEqual(first.Pairs, Choose(register, Controlled(1), TestExtract.Secret(9)).Pairs);
    }

    [Fact]
    public void Persons_of_a_list_of_whom_nothing_is_known_get_no_controls_and_are_told()
    {
        var register = SyntheticRegister.Of(seed: 13, persons: 30);
        var unknown = new PersonKey([9, 9, 9, 9, 9, 9, 9, 9, 9, 9]);
        var plan = TestExtract.Plan(TestExtract.Order(TestExtract.Dataset("claims", "kjonn")) with { Population = new ExtractedPopulation(ListId: "list-1", Controls: new ControlMatching(1, ["kjonn"], "claims")) });

        var chosen = Choose(register, plan, TestExtract.Secret(), new PersonSet([unknown, register.Persons[0]]));

        Assert.Equal(KeyValuePair.Create(unknown, 0), Assert.Single(chosen.Fewer));
        Assert.Equal(register.Persons[0], Assert.Single(chosen.Pairs).Value);
    }

    [Fact]
    public void The_table_of_the_population_ties_controls_to_their_persons()
    {
        using var keys = new ProjectKeys(TestExtract.Secret());
        var (member, control) = (new PersonKey([1, 1, 1, 1, 1, 1, 1, 1, 1, 1]), new PersonKey([2, 2, 2, 2, 2, 2, 2, 2, 2, 2]));
        var run = PopulationRows.Of(keys, new PersonSet([member]), [KeyValuePair.Create(control, member)]);

        using var file = new MemoryStream();
        ExtractMerge.ToCsv(PopulationRows.Table, [new MemoryStream(run.Content.ToArray())], file);
        var rows = System.Text.Encoding.UTF8.GetString(file.ToArray()).TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Split(',')).ToDictionary(cells => cells[0]);

        Assert.Equal("utvalg", rows[TestExtract.KeyOf(member)][1]);
        Assert.Equal("kontroll", rows[TestExtract.KeyOf(control)][1]);
        Assert.Single(rows.Values.Select(cells => cells[2]).Distinct());
    }

    [Fact]
    public void A_set_of_persons_is_read_as_it_was_written_and_its_buckets_are_all_of_it()
    {
        var set = new PersonSet(SyntheticRegister.Of(14, 100, 0).Persons);
        var read = new PersonSet();
        read.Read(set.Write());

        Assert.Equal(set.InOrder(), read.InOrder());
        Assert.Equal(set.Count, Enumerable.Range(0, 7).Sum(bucket => set.InBucket(bucket, 7).Count));
        Assert.Throws<InvalidDataException>(() => read.Read(new byte[11]));
    }

    private static void Claim(SyntheticRegister register, PersonKey person, string id, string day, string diagnoses) =>
        register.Add($"claims/{day[..4]}/{day[5..7]}/lege", person, ("guid", id), ("tidspunkt", $"{day}T10:00:00"), ("diagnoser", diagnoses));

    private static ExtractPlan Controlled(int each) => TestExtract.Plan(TestExtract.Order(TestExtract.Dataset("claims", "kjonn")) with
    {
        Population = new ExtractedPopulation([new PopulationCriterion("claims", TestExtract.From, TestExtract.To, [Diabetes], 2)], Controls: new ControlMatching(each, ["kjonn"], "claims")),
    });

    private static IEnumerable<PersonKey> Find(SyntheticRegister register, params PopulationCriterion[] criteria) => Find(register, PersonIndex.Empty, criteria);

    private static IEnumerable<PersonKey> Find(SyntheticRegister register, PersonIndex decisions, params PopulationCriterion[] criteria) => Scan(
        register, TestExtract.Plan(TestExtract.Order(TestExtract.Dataset("claims", "kjonn")) with { Population = new ExtractedPopulation(criteria) }), decisions).Members.InOrder();

    private static (PersonSet Members, List<PopulationJoin> Joins) Scan(SyntheticRegister register, ExtractPlan plan, PersonIndex decisions, ulong? shuffle = null)
    {
        var joins = Enumerable.Range(0, Buckets).Select(_ => new PopulationJoin(plan)).ToList();
        foreach (var source in plan.Scanned)
        {
            foreach (var unit in register.Units(source, shuffle))
            {
                var scan = new PopulationScan(plan, source, new DisclosablePersons(decisions));
                var standing = source.NewStanding();
                unit.ForEach(segment => standing?.Learn(segment().Content));
                unit.ForEach(segment => scan.Add(segment(), standing));
                foreach (var (bucket, join) in joins.Index())
                {
                    join.Read(new MemoryStream(scan.Write(bucket, Buckets)));
                }
            }
        }

        var members = new PersonSet();
        joins.ForEach(join => members.Join(join.Members()));
        return (members, joins);
    }

    private static ChosenControls Choose(SyntheticRegister register, ExtractPlan plan, ProjectSecret secret, PersonSet? listed = null, ulong? shuffle = null)
    {
        using var keys = new ProjectKeys(secret);
        var joins = Scan(register, plan, PersonIndex.Empty, shuffle).Joins;
        var (pairs, fewer) = (new List<KeyValuePair<PersonKey, PersonKey>>(), new List<KeyValuePair<PersonKey, int>>());
        for (var likes = 0; likes < 2; likes++)
        {
            var choice = new ControlChoice(plan, keys);
            foreach (var (bucket, join) in joins.Index())
            {
                choice.Read(new MemoryStream(join.WriteLikes(listed?.InBucket(bucket, Buckets) ?? join.Members(), likes, 2)));
            }

            var chosen = choice.Choose();
            pairs.AddRange(chosen.Pairs);
            fewer.AddRange(chosen.Fewer);
        }

        return new ChosenControls(pairs, fewer);
    }

    private static string Sex(SyntheticRegister register, PersonKey person) => register.CellOf("care-report", person, "kjonn");
}
