using System.Globalization;
using System.Text;
using System.Text.Json;
using Kpr.Core.Identity;
using Kpr.Core.Judging;
using Kpr.Core.Receipts;
using Kpr.Core.Rules;
using Kpr.Core.Tests.CareEvents;
using Kpr.Core.Tests.SchoolHealth;
using Kpr.Core.Tests.Xpr;

namespace Kpr.Core.Tests.Judging;

/// <summary>
/// The register judges a file in chunks, the command line whole; both must say the same. Random files, with faults
/// within records and across them.
/// </summary>
public sealed class ChunkedJudgingTests
{
    private const int Seed = 9151;
    private const int Files = 150;

    private static readonly FileContext Context = new(CareEventDocument.ReceivedAt, new RuleSettings()) { Sender = "0301", KnowsRegister = false };

    [Theory]
    [InlineData("care-events", "E02,E03,E04,E05,E09,E12,F02,I03")]
    [InlineData("school-health", "E02,E03,E04,E05,F02,I03,I18,I19")]
    public void A_file_judged_in_chunks_of_any_size_is_judged_as_the_whole(string feed, string rules)
    {
        var module = XprModule.Of(feed);
        var random = new Random(Seed);
        var met = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < Files; i++)
        {
            var file = Encoding.UTF8.GetBytes(module == CareEventDocument.Module ? RandomCare(random).ToString() : RandomSchool(random).ToString());
            var whole = XprDocument.JudgeFile(module, file);
            var outcome = ChunkedJudge.Judge(module.Find(), Context, file, random.Next(1, 12));

            Assert.True(Told(whole.Status, whole.Counts, whole.Rules, whole.Findings) == Told(outcome.Status, outcome.Counts, outcome.Rules, outcome.Findings),
                $"Seed {Seed}, file {i}:\n{Encoding.UTF8.GetString(file)}");
            met.UnionWith(outcome.Rules.Keys);
        }

        Assert.Superset(new HashSet<string>(rules.Split(',')), met);
    }

    [Theory]
    [InlineData(61)]
    [InlineData(1_000)]
    [InlineData(4_999)]
    public void Facts_come_in_the_same_order_from_memory_and_from_disk(int budget)
    {
        var random = new Random(Seed);
        using var kept = new FactRuns();
        using var spilled = new FactRuns(budget);
        for (var i = 1; i <= 5_000; i++)
        {
            var fact = new Fact(
                (FactKind)random.Next(1, 4), new UInt128((ulong)random.Next(3), (ulong)random.Next(50)), (byte)random.Next(3), i, i * 5L,
                (UInt128)random.NextInt64(), (UInt128)random.NextInt64(), (ulong)random.Next());
            kept.Add(fact);
            spilled.Add(fact);
        }

        var expected = kept.Merge().ToList();
        Assert.Equal(0, kept.SpilledRuns);
        Assert.True(spilled.SpilledRuns > 0);
        Assert.Equal(expected, spilled.Merge());
        Assert.Equal(expected.Order(Comparer<Fact>.Create(static (a, b) => Fact.Compare(a, b))), expected);
        Assert.Equal(5_000, expected.Count);
    }

    [Fact]
    public void A_run_of_facts_that_is_cut_off_is_an_outage_not_a_shorter_file()
    {
        var written = new MemoryStream();
        using (var facts = new FactRuns())
        {
            facts.Add(new Fact(FactKind.RecordId, 1, 0, 1, 1, 1, 1, 1));
            facts.Write(written);
        }

        using var cut = new FactRuns();
        cut.AddRun(new MemoryStream(written.ToArray()[..^1]));
        Assert.Throws<InvalidDataException>(() => cut.Merge().Count());
    }

    private static string Told(
        ReceiptStatus status, ReceiptCounts counts, IReadOnlyDictionary<string, long> rules, IReadOnlyList<Finding> findings) =>
        $"{status} {counts}\n{string.Join(' ', rules)}\n{string.Join('\n', findings.Select(finding => JsonSerializer.Serialize(finding, ReceiptJson.Lines.Finding)))}";

    private static CareEventDocument RandomCare(Random random)
    {
        string[] kinds = ["TjenesteStart", "MidlertidigStoppFra", "MidlertidigStoppTil", "TjenesteSlutt"];
        var document = new CareEventDocument();
        var records = random.Next(1, 25);
        for (var number = 1; number <= records; number++)
        {
            if (number > 1 && random.Next(8) == 0)
            {
                document.Raw(CareEventDocument.Notification(random.Next(1, number)));
            }

            var kind = kinds[random.Next(kinds.Length)];
            var service = random.Next(1, 4);
            var pause = kind[0] == 'M' ? $" midlertidigStoppID=\"P{random.Next(2)}\"" : "";
            var text = CareEventDocument.Notification(number)
                .Replace("TjenesteStart", kind, StringComparison.Ordinal)
                .Replace($" tjenesteID=\"T{number}\"", $"{pause} tjenesteID=\"T{service}\"", StringComparison.Ordinal)
                .Replace($"brukerNr=\"B{number}\"", $"brukerNr=\"B{(random.Next(10) == 0 ? 9 : service)}\"", StringComparison.Ordinal)
                .Replace("2026-02-28", string.Create(CultureInfo.InvariantCulture, $"2026-02-{random.Next(1, 28):00}"), StringComparison.Ordinal);
            var other = CareEventDocument.Id(random.Next(1, records + 3));
            document.Raw(random.Next(14) switch
            {
                0 => text.Replace("=\"N\"", $"=\"M\" notifikasjonRef=\"{other}\"", StringComparison.Ordinal),
                1 => text.Replace("=\"N\"", $"=\"C\" notifikasjonRef=\"{other}\"", StringComparison.Ordinal),
                2 => text.Replace("=\"N\"", "=\"M\"", StringComparison.Ordinal),
                3 => text.Replace($"notifikasjonForrigeGUID=\"{CareEventDocument.Id(number - 1)}\"", $"notifikasjonForrigeGUID=\"{other}\"", StringComparison.Ordinal),
                4 => text.Replace($"notifikasjonLopeNr=\"{number}\"", $"notifikasjonLopeNr=\"{random.Next(30)}\"", StringComparison.Ordinal),
                5 => text.Replace(" hendelseDato=", "\n hendelseDato=", StringComparison.Ordinal).Replace("2026-02-", "2026-22-", StringComparison.Ordinal),
                6 => text.Replace(CareEventDocument.Person, "17834200369", StringComparison.Ordinal),
                7 when random.Next(6) == 0 => text.Replace($"notifikasjonGUID=\"{CareEventDocument.Id(number)}\"", $"notifikasjonGUID=\"{other}\"", StringComparison.Ordinal),
                _ => text,
            });
        }

        return document;
    }

    private static SchoolHealthDocument RandomSchool(Random random)
    {
        var people = Men();
        var document = new SchoolHealthDocument();
        var records = random.Next(1, 25);
        for (var number = 1; number <= records; number++)
        {
            if (number > 1 && random.Next(8) == 0)
            {
                document.Raw(SchoolHealthDocument.Notification(random.Next(1, number)));
            }

            var text = SchoolHealthDocument.Notification(number);
            var other = XprDocument.Id(random.Next(1, records + 3));
            document.Raw(random.Next(10) switch
            {
                0 => text.Replace("=\"N\"", $"=\"M\" notifikasjonRef=\"{other}\"", StringComparison.Ordinal).Replace(XprDocument.Person, people[0], StringComparison.Ordinal),
                1 => text.Replace("=\"N\"", $"=\"C\" notifikasjonRef=\"{other}\"", StringComparison.Ordinal),
                2 => text.Replace("=\"N\"", "=\"M\"", StringComparison.Ordinal),
                3 => text.Replace($"notifikasjonLopeNr=\"{number}\"", $"notifikasjonLopeNr=\"{random.Next(30)}\"", StringComparison.Ordinal),
                4 => text.Replace("\"B2\"", "\"B3\"", StringComparison.Ordinal),
                5 => text.Replace(XprDocument.Person, people[random.Next(people.Count)], StringComparison.Ordinal),
                6 => text.Replace(XprDocument.Person, "17834200369", StringComparison.Ordinal).Replace("<Maling", "\n<Maling", StringComparison.Ordinal),
                7 => text.Replace("\"2A\"", "\"\"", StringComparison.Ordinal),
                8 when random.Next(6) == 0 => text.Replace($"notifikasjonGUID=\"{XprDocument.Id(number)}\"", $"notifikasjonGUID=\"{other}\"", StringComparison.Ordinal),
                _ => text,
            });
        }

        return document;
    }

    private static List<string> Men() => [.. Enumerable.Range(1, 40)
        .Select(serial => SyntheticIdentity.BirthNumber(new DateOnly(1942, 3, 17), Sex.Male, serial)).OfType<string>().Where(number => number != XprDocument.Person).Take(3)];
}
