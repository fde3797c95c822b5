using System.Text;
using System.Text.Json;
using Kpr.Core.Extracts.Risk;
using Kpr.Core.Identity;
using Kpr.Core.Tests.Statistics;

namespace Kpr.Core.Tests.Extracts;

public sealed class RiskTests
{
    private static readonly string[] Orders = ["kjonn", "fodselsaar/age-10", "tidspunkt/month", "diagnoser"];

    [Fact]
    public void Persons_are_counted_once_in_each_combination_that_their_rows_have()
    {
        var register = new SyntheticRegister();
        var random = new RandomNumbers(1);
        for (var number = 0; number < 6; number++)
        {
            var person = register.NewPerson(random);
            Claim(register, person, $"a{number}", "1", "1960", "2022-05-01", number < 3 ? "ICPC-2:T90" : "ICPC-2:R05");
            Claim(register, person, $"b{number}", "1", "1960", "2022-06-01", "ICPC-2:T90");
        }

        var alone = register.NewPerson(random);
        Claim(register, alone, "c", "2", "1940", "2022-05-01", "ICPC-2:P76");
        Claim(register, alone, "d", "1", "1960", "2022-05-02", "ICPC-2:P76");

        var risk = Assert.Single(Make(register, Orders).Risks);

        Assert.Equal(("regning", 7L, 14L), (risk.Table, risk.Persons, risk.Rows));
        Assert.Equal(["kjonn", "fodselsaar_alder10"], risk.Background.Columns);
        Assert.Equal((2L, 1L, 1L, 1L), (risk.Background.Combinations, risk.Background.SmallestGroup, risk.Background.Unique, risk.Background.Small));
        Assert.Equal(1 / 7d, risk.Background.UniquePersonShare, 12);
        Assert.Equal(KeyValuePair.Create("2|80–89 år", 1L), Assert.Single(risk.Background.Listed));
        Assert.Equal((3, 0L), (risk.Background.FewestDiagnoses!.Value, risk.Background.OfOneDiagnosis!.Value));
        Assert.Equal(1, risk.Background.CountedShare);
        Assert.Equal(["kjonn", "fodselsaar_alder10", "tidspunkt_maaned"], risk.All.Columns);
        Assert.Equal(3, risk.All.Combinations);
        Assert.Equal(1, risk.All.OfOneDiagnosis);
        Assert.True(risk.IsAboveLimits);
    }

    [Fact]
    public void Large_groups_are_below_the_limits_and_figures_go_through_json()
    {
        var register = new SyntheticRegister();
        var random = new RandomNumbers(2);
        for (var number = 0; number < 40; number++)
        {
            Claim(register, register.NewPerson(random), $"a{number}", number % 2 == 0 ? "1" : "2", "1960", "2022-05-01", "");
        }

        var risk = Assert.Single(Make(register, "kjonn", "fodselsaar").Risks);

        Assert.False(risk.IsAboveLimits);
        Assert.Equal((20L, 0L, 0L), (risk.Background.SmallestGroup, risk.Background.Unique, risk.Background.Small));
        Assert.Null(risk.Background.FewestDiagnoses);
        Assert.True((risk with { Limits = new RiskLimits(LargestSmallShare: -1) }).IsAboveLimits);
        var read = JsonSerializer.Deserialize<RiskFigures>(JsonSerializer.Serialize(risk))!;
        Assert.Equal(JsonSerializer.Serialize(risk), JsonSerializer.Serialize(read));
    }

    [Fact]
    public void Figures_agree_with_counting_in_the_plainest_way()
    {
        const ulong Seed = 20260909;
        var register = SyntheticRegister.Of(Seed, 150);
        var extract = Make(register, "kjonn", "fodselsaar/age-10", "bostedKommuneNr");
        var risk = Assert.Single(extract.Risks).Background;

        var combinations = extract.Rows("regning").GroupBy(row => $"{row["kjonn"]}|{row["fodselsaar_alder10"]}|{row["bostedKommuneNr"]}")
            .ToDictionary(rows => rows.Key, rows => rows.Select(row => row["person_lnr"]).Distinct().ToList());
        Assert.Equal(combinations.Count, risk.Combinations);
        Assert.Equal(combinations.Values.Min(persons => persons.Count), risk.SmallestGroup);
        Assert.Equal(combinations.Values.Count(persons => persons.Count == 1), risk.Unique);
        Assert.Equal(combinations.Values.Count(persons => persons.Count < 5), risk.Small);
        Assert.Equal(combinations.Values.Where(persons => persons.Count == 1).SelectMany(persons => persons).Distinct().Count() / 150d, risk.UniquePersonShare, 12);
        Assert.Equal(combinations.Values.Where(persons => persons.Count < 5).SelectMany(persons => persons).Distinct().Count() / 150d, risk.SmallPersonShare, 12);
        Assert.Equal(combinations.Where(one => one.Value.Count < 5).Select(one => KeyValuePair.Create(one.Key, (long)one.Value.Count)).OrderBy(one => one.Value).ThenBy(one => one.Key, StringComparer.Ordinal).Take(50), risk.Listed);
    }

    [Fact]
    public void Beyond_the_memory_it_has_it_counts_a_sample_and_says_so()
    {
        var count = new CombinationCount(["a"], 5);
        for (var person = 1; person <= 600_000; person++)
        {
            count.Add(Encoding.ASCII.GetBytes($"{person}"), person, []);
            if (person % 4 == 0)
            {
                count.Add("alle"u8, person, []);
            }
        }

        var risk = count.Finish(600_000);

        Assert.Equal(0.5, risk.CountedShare);
        Assert.InRange(risk.Combinations, 298_000, 302_000);
        Assert.InRange(risk.UniquePersonShare, 0.99, 1);
        Assert.Equal(50, risk.Listed.Count);
    }

    private static void Claim(SyntheticRegister register, PersonKey person, string id, string sex, string born, string day, string diagnoses) => register.Add(
        $"claims/{day[..4]}/{day[5..7]}/lege", person, ("guid", id), ("tidspunkt", $"{day}T10:00:00"), ("kjonn", sex), ("fodselsaar", born), ("diagnoser", diagnoses));

    private static TestExtract Make(SyntheticRegister register, params string[] variables) =>
        TestExtract.Make(register, TestExtract.Plan(TestExtract.Order(TestExtract.Dataset("claims", variables))));
}
