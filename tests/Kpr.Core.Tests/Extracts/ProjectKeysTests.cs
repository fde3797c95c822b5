using System.Security.Cryptography;
using System.Text;
using Kpr.Core.Extracts.Keys;
using Kpr.Core.Extracts.Planning;
using Kpr.Core.Identity;

namespace Kpr.Core.Tests.Extracts;

public sealed class ProjectKeysTests
{
    private static readonly SyntheticRegister Register = SyntheticRegister.Of(seed: 77, persons: 400, claimsEach: 1);
    private static readonly ExtractPlan Plan = TestExtract.Plan(TestExtract.Order(TestExtract.Everything("claims"), TestExtract.Everything("care-report")));

    [Fact]
    public void Two_projects_have_no_key_in_common_and_no_order_either()
    {
        var (one, other) = (TestExtract.Make(Register, Plan, TestExtract.Secret(3, "A")), TestExtract.Make(Register, Plan, TestExtract.Secret(5, "B")));

        var keys = Keys(one);
        Assert.True(keys.Count > 1200);
        Assert.Empty(keys.Intersect(Keys(other)));

        // Ranks of the same persons in both: with 400 persons a correlation above 0.2 would come by chance once in ten thousand times; seeds are fixed.
        var ranks = Register.Persons.Select(person => TestExtract.KeyOf(person, TestExtract.Secret(3, "A"))).ToList();
        var others = Register.Persons.Select(person => TestExtract.KeyOf(person, TestExtract.Secret(5, "B"))).ToList();
        Assert.InRange(RankCorrelation(ranks, others), -0.2, 0.2);
        Assert.InRange(RankCorrelation(ranks, [.. Register.Persons.Select(person => person.ToString())]), -0.2, 0.2);
    }

    [Fact]
    public void A_project_has_the_same_keys_in_every_delivery()
    {
        var first = TestExtract.Make(Register, TestExtract.Plan(TestExtract.Order(TestExtract.Dataset("claims", "praksisId") with { To = new DateOnly(2022, 6, 30) })));
        var second = TestExtract.Make(Register, TestExtract.Plan(TestExtract.Order(TestExtract.Dataset("claims", "praksisId", "kjonn"))), shuffle: 9);

        var rows = second.Rows("regning").ToDictionary(row => row["regning_lnr"]);
        Assert.All(first.Rows("regning"), row => Assert.Equal((row["person_lnr"], row["praksis_lnr"]), (rows[row["regning_lnr"]]["person_lnr"], rows[row["regning_lnr"]]["praksis_lnr"])));
    }

    [Fact]
    public void Secret_project_kind_and_value_each_change_a_key()
    {
        using var keys = new ProjectKeys(TestExtract.Secret());
        using var secret = new ProjectKeys(TestExtract.Secret(2));
        using var project = new ProjectKeys(TestExtract.Secret(1, "2026-0002"));
        var all = new[]
        {
            keys.Of(KeyKind.Practice, "1"), keys.Of(KeyKind.Practice, "2"), keys.Of(KeyKind.Organisation, "1"), secret.Of(KeyKind.Practice, "1"), project.Of(KeyKind.Practice, "1"),
        };

        Assert.Equal(all.Length, all.Select(key => key.ToString()[1..]).Distinct().Count());
        Assert.Equal(all[0], keys.Of(KeyKind.Practice, "1"));
    }

    [Fact]
    public void A_key_is_the_letter_of_its_kind_and_eighty_bits_of_the_hash()
    {
        var secret = TestExtract.Secret();
        using var keys = new ProjectKeys(secret);

        var hash = HMACSHA256.HashData(secret.Bytes, Encoding.UTF8.GetBytes("kpr-project-key-1\u001f2026-0001\u001fkS\u001f12345"));
        var expected = new PersonKey(hash).ToString();

        Assert.Equal($"S{expected[1..]}", keys.Of(KeyKind.Practice, "12345").ToString());
        Assert.Equal(keys.Of(KeyKind.Practice, new string('9', 600)), keys.Of(KeyKind.Practice, new string('9', 600)));
        Assert.NotEqual(keys.Of(KeyKind.Practice, new string('9', 600)), keys.Of(KeyKind.Practice, new string('9', 601)));
    }

    [Fact]
    public void No_key_looks_like_a_key_of_the_register_or_a_number()
    {
        using var keys = new ProjectKeys(TestExtract.Secret());
        foreach (var kind in Enum.GetValues<KeyKind>())
        {
            var key = keys.Of(kind, "x").ToString();
            Assert.False(PersonKey.TryParse(key, out _));
            Assert.True(char.IsAsciiLetterUpper(key[0]) && key.Length == ProjectKey.TextLength);
        }

        Assert.Equal(Enum.GetValues<KeyKind>().Length, Enum.GetValues<KeyKind>().Distinct().Count());
    }

    [Fact]
    public void Text_and_bits_of_keys_sort_alike()
    {
        using var keys = new ProjectKeys(TestExtract.Secret());
        var some = Enumerable.Range(0, 500).Select(number => keys.Of(KeyKind.Person, $"{number}")).ToList();

        Assert.Equal(some.OrderBy(key => key.High).ThenBy(key => key.Low), some.OrderBy(key => key.ToString(), StringComparer.Ordinal));
    }

    [Fact]
    public void Dates_are_moved_by_whole_weeks_never_by_none_and_by_all_there_are()
    {
        using var keys = new ProjectKeys(TestExtract.Secret());
        var shifts = Register.Persons.Concat(SyntheticRegister.Of(78, 1500, 0).Persons).Select(keys.ShiftOf).ToList();

        Assert.All(shifts, shift => Assert.True(shift % 7 == 0 && shift != 0 && Math.Abs(shift) <= 7 * ProjectKeys.MostWeeks));
        Assert.Equal(2 * ProjectKeys.MostWeeks, shifts.Distinct().Count());
    }

    [Fact]
    public void Keys_need_a_whole_secret_and_a_name_that_cannot_be_mistaken()
    {
        Assert.Throws<ArgumentException>(() => new ProjectKeys(new ProjectSecret("a", new byte[31])));
        Assert.Throws<ArgumentException>(() => new ProjectKeys(new ProjectSecret("", new byte[32])));
        Assert.Throws<ArgumentException>(() => new ProjectKeys(new ProjectSecret("a\u001fb", new byte[32])));
        Assert.DoesNotContain(Convert.ToHexString(TestExtract.Secret().Bytes), $"{TestExtract.Secret()}");
    }

    private static HashSet<string> Keys(TestExtract extract) =>
        [.. extract.Files.Keys.Where(table => table != "utvalg").SelectMany(extract.Rows).SelectMany(row => row.Where(cell => cell.Key.EndsWith("_lnr", StringComparison.Ordinal) && cell.Value.Length > 0)).Select(cell => cell.Value)];

    private static double RankCorrelation(List<string> left, List<string> right)
    {
        var (a, b) = (Ranks(left), Ranks(right));
        var n = (double)a.Count;
        return 1 - (6 * a.Zip(b, (x, y) => (double)(x - y) * (x - y)).Sum() / (n * ((n * n) - 1)));

        static List<int> Ranks(List<string> texts)
        {
            var order = texts.Order(StringComparer.Ordinal).ToList();
            return [.. texts.Select(text => order.BinarySearch(text, StringComparer.Ordinal))];
        }
    }
}
