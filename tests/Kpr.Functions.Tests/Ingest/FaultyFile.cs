using System.Globalization;
using System.Text;
using Kpr.Core.Identity;
using Kpr.Core.Tests.Xpr;

namespace Kpr.Functions.Tests.Ingest;

/// <summary>An XPR file in which a seed chooses who each record is about and what is wrong with it.</summary>
internal sealed class FaultyFile
{
    private readonly List<string> _records = [];

    public FaultyFile(XprModule module, int seed, int records)
    {
        var random = new Random(seed);
        var document = new XprDocument(module);
        for (var number = 1; number <= records; number++)
        {
            var who = random.Next(People.Count);
            var local = string.Create(CultureInfo.InvariantCulture, $"\"B{who}\"");
            var text = module.Notification(number).Replace(XprDocument.Person, People[who], StringComparison.Ordinal)
                .Replace($"\"B{number}\"", local, StringComparison.Ordinal).Replace(XprDocument.Id(2002).ToString(), XprDocument.Id(3000 + who).ToString(), StringComparison.Ordinal)
                .Replace("\"B2\"", local, StringComparison.Ordinal).Replace("kjonn=\"1\" fodselsar=\"1942\"", "kjonn=\"2\" fodselsar=\"1950\"", StringComparison.Ordinal);
            var record = random.Next(8) switch
            {
                0 => text.Replace("statusNotifikasjon=\"N\"", "statusNotifikasjon=\"T\"", StringComparison.Ordinal),
                1 => text.Replace(local, $"\"{People[who]}\"", StringComparison.Ordinal),
                2 => text.Replace("2026-02-28", "28.02.2026", StringComparison.Ordinal),
                3 when _records.Count > 0 => _records[random.Next(_records.Count)],
                4 => text.Replace("2026-02-28", "2025-12-31", StringComparison.Ordinal),
                _ => text,
            };
            _records.Add(record);
            document.Raw(record);
        }

        Content = Encoding.UTF8.GetBytes(document.ToString());
    }

    public static IReadOnlyList<string> People { get; } =
        [.. Enumerable.Range(0, 40).Select(serial => SyntheticIdentity.BirthNumber(new DateOnly(1950, 1, 1), Sex.Female, serial)).OfType<string>().Take(12)];

    public byte[] Content { get; }

    /// <summary>The bytes of a record as they stand in the file.</summary>
    public byte[] Record(long ordinal) => Encoding.UTF8.GetBytes(_records[(int)ordinal - 1]);

    /// <summary>The person whom a record is about.</summary>
    public string Person(long ordinal) => People.Single(person => _records[(int)ordinal - 1].Contains($"fid=\"{person}\"", StringComparison.Ordinal));

    /// <summary>Ordinals of the records that repeat an earlier one word by word.</summary>
    public IReadOnlyList<long> Repeated =>
        [.. Enumerable.Range(1, _records.Count).Where(ordinal => _records.IndexOf(_records[ordinal - 1]) < ordinal - 1).Select(ordinal => (long)ordinal)];
}
