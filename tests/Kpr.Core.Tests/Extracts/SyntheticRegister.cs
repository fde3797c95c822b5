using System.Globalization;
using System.Text;
using Kpr.Core.Extracts.Orders;
using Kpr.Core.Extracts.Rows;
using Kpr.Core.Formats;
using Kpr.Core.Formats.CareEvents;
using Kpr.Core.Formats.CareReport;
using Kpr.Core.Formats.Claims;
using Kpr.Core.Formats.SchoolHealth;
using Kpr.Core.Identity;
using Kpr.Core.Register;
using Kpr.Core.Tests.Statistics;

namespace Kpr.Core.Tests.Extracts;

/// <summary>
/// A register of made-up persons. Whatever may never leave is marked: ids begin with KANARI, local numbers are (synthetic) identity numbers, and the keys are the register's.
/// </summary>
internal sealed class SyntheticRegister
{
    public const string Canary = "KANARI";

    private static readonly string[] Diagnoses = ["ICPC-2:T90", "ICPC-2:T90 ICPC-2:K86", "ICPC-2:R05", "ICD-10:M545", "ICPC-2:P76 ICD-10:F32", "ICPC-2:L03"];
    private static readonly string[] Places = ["0301", "4601", "5001", "1103", "3401"];
    private static readonly RegisterLayout[] Layouts = [new ClaimsLayout(), new CareEventsLayout(), new CareReportLayout(), new SchoolHealthLayout()];

    private readonly SortedDictionary<string, List<string>> _segments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _ordinals = new(StringComparer.Ordinal);

    public List<PersonKey> Persons { get; } = [];

    /// <summary>Persons over two years, 2021 and 2022, each with some claims a year.</summary>
    public static SyntheticRegister Of(ulong seed, int persons, int claimsEach = 4)
    {
        var random = new RandomNumbers(seed);
        var register = new SyntheticRegister();
        for (var number = 0; number < persons; number++)
        {
            var person = register.NewPerson(random);
            var (sex, born, place) = (random.Below(2) + 1, 1930 + random.Below(80), Places[random.Below(Places.Length)]);
            var id = SyntheticIdentity.BirthNumber(new DateOnly(Math.Max(1940, born), 3, 1 + random.Below(28)), Sex.Female, random.Below(200)) ?? "";
            for (var claim = 0; claim < 2 * claimsEach; claim++)
            {
                var (year, month, day) = (2021 + (claim % 2), 1 + random.Below(12), 1 + random.Below(28));
                register.Add($"claims/{year}/{month:D2}/lege", person,
                    ("guid", $"{Canary}-{number}-{claim}"), ("regningsnummer", id), ("tidspunkt", $"{year}-{month:D2}-{day:D2}T{8 + random.Below(8):D2}:15:00"), ("tjeneste", "lege"),
                    ("praksisId", $"10{random.Below(9):D4}"), ("avsenderOrgNr", "999888777"), ("behandlerHpr", $"97{random.Below(99):D5}"), ("kjonn", Text(sex)), ("fodselsaar", Text(born)),
                    ("bostedKommuneNr", place), ("bydel", place == "0301" ? "030105" : ""), ("diagnoser", Diagnoses[random.Below(Diagnoses.Length)]),
                    ("takster", "2ad*1@18000 11dd*3"), ("takstEgenandeler", "16000 -"), ("refusjonOre", Text(random.Below(90000))), ("leveranseId", $"{Canary}-leveranse"),
                    ("henvisningDiagnoser", "ICPC-2:T90"), ("nlkkoder", "NPU01566*1@2000"), ("prosedyrekoder", "NCMP:WDAG10*1@100"), ("norpatkoder", "NORPAT:P01*1"), ("ncrpkoder", "NCRP:A1*2"),
                    ("tenner", "11 12M"), ("merknader", "12 7"));
            }

            register.Add($"care-events/2022/{place}", person,
                ("notifikasjonGUID", $"{Canary}-n-{number}"), ("statusNotifikasjon", "N"), ("notifikasjonTid", "2022-05-05T10:00:00+02:00"), ("hendelse", "Tildeling"), ("hendelseGUID", $"{Canary}-h"),
                ("hendelseDato", $"2022-{1 + random.Below(12):D2}-10"), ("hendelseRegTid", "2022-05-05T10:00:00+02:00"), ("tjenesteType", "15"), ("tjenesteID", $"{Canary}-t"), ("tjenesteOrgNr", "888777666"),
                ("pasientGUID", $"{Canary}-p"), ("brukerNr", id));
            register.Add($"care-report/2022/{place}", person,
                ("pasientGUID", $"{Canary}-r-{number}"), ("brukerNr", id), ("kjonn", Text(sex)), ("fodselsar", Text(born)), ("komNrHjem", place), ("dodsdato", number % 7 == 0 ? "2022-11-11" : ""),
                ("saker", $"{Canary}S1:2:2022-01-05:2:15"), ("tjenester", $"{Canary}T1:{Canary}S1:15:2022-01-10::4.50:888777666:"), ("diagnoser", "ICPC-2:P70@2022-02-01"),
                ("kartlegginger", "2022-03-01*1:2*2:9"), ("tvang", "14:2022-01-01:"), ("deltakelse", "1:4"));
            register.Add($"school-health/2022/{place}", person,
                ("notifikasjonGUID", $"{Canary}-s-{number}"), ("statusNotifikasjon", "N"), ("datoTidStart", $"2022-{1 + random.Below(12):D2}-12T09:30:00"), ("kjonn", Text(sex)), ("fodselsar", Text(born)),
                ("helsepersoner", "28:2:1:9712345 28::2:-1"), ("malinger", $"1:HN:HØYDE@20220512T093000*1:104.5:cm*2:{ListText.Escape($"{Canary} skrev en lang tekst her")}:"), ("deltakere", "2 3"),
                ("enheter", $"9:{Canary}HS1"), ("barn_ungdomNr", id));
        }

        return register;
    }

    public PersonKey NewPerson(RandomNumbers random)
    {
        var bytes = new byte[PersonKey.ByteLength];
        for (var at = 0; at < bytes.Length; at++)
        {
            bytes[at] = (byte)random.Below(256);
        }

        Persons.Add(new PersonKey(bytes));
        return Persons[^1];
    }

    /// <summary>Adds a row to the segment of a partition.</summary>
    public void Add(string partition, PersonKey? person, params (string Column, string Value)[] values)
    {
        var layout = LayoutOf(partition);
        if (!_segments.TryGetValue(partition, out var rows))
        {
            _segments[partition] = rows = [];
        }

        var ordinal = _ordinals[partition] = _ordinals.GetValueOrDefault(partition) + 1;
        var known = values.ToDictionary(value => value.Column, value => value.Value);
        rows.Add(string.Join(',', layout.Columns.Select(column => Quoted(known.GetValueOrDefault(column.Name, ""))).Prepend(person?.ToString() ?? "").Prepend(Text(ordinal))));
        Assert.Empty(known.Keys.Except(layout.Columns.Select(column => column.Name)));
    }

    /// <summary>The units of a dataset, each with its segments; rows may stand in another order.</summary>
    public IEnumerable<List<Func<ExtractSegment>>> Units(ExtractSource source, ulong? shuffle = null)
    {
        var random = new RandomNumbers(shuffle ?? 0);
        var partitions = _segments.Keys.Where(partition => partition.StartsWith(source.Name + "/", StringComparison.Ordinal) && source.UnitOf(partition) is not null);
        var units = partitions.GroupBy(source.UnitOf).ToList();
        foreach (var unit in shuffle is null ? units : units.OrderBy(_ => random.Below(1 << 30)).ToList())
        {
            var segments = shuffle is null ? unit.AsEnumerable() : unit.OrderBy(_ => random.Below(1 << 30));
            yield return [.. segments.Select(partition =>
            {
                var rows = shuffle is null ? _segments[partition] : [.. _segments[partition].OrderBy(_ => random.Below(1 << 30))];
                var header = string.Join(',', SegmentRows.LeadingColumns.Concat(LayoutOf(partition).Columns).Select(column => column.Name));
                var content = Encoding.UTF8.GetBytes(string.Join('\n', rows.Prepend(header)) + "\n");
                return (Func<ExtractSegment>)(() => new ExtractSegment(partition, "segment-1", new MemoryStream(content)));
            })];
        }
    }

    /// <summary>A cell of the first row of a person in a dataset.</summary>
    public string CellOf(string dataset, PersonKey person, string column)
    {
        var row = _segments.Where(segment => segment.Key.StartsWith(dataset + "/", StringComparison.Ordinal)).SelectMany(segment => segment.Value).First(row => row.Split(',')[1] == person.ToString());
        return row.Split(',')[SegmentRows.LeadingColumns.Count + LayoutOf(dataset + "/").Columns.Select(one => one.Name).ToList().IndexOf(column)];
    }

    private static RegisterLayout LayoutOf(string partition) => Layouts.Single(layout => partition.StartsWith(layout.Folder + "/", StringComparison.Ordinal));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Quoted(string value) => value.IndexOfAny([',', '"', '\n']) < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
