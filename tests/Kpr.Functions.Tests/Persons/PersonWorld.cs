using System.Globalization;
using System.Text;
using System.Text.Json;
using Kpr.Core.Identity;
using Kpr.Core.Persons;
using Kpr.Core.Register;
using Kpr.Core.Tests.CareEvents;
using Kpr.Core.Tests.Claims;
using Kpr.Core.Tests.KuhrDelivery;
using Kpr.Core.Tests.SchoolHealth;
using Kpr.Functions.Azure;
using Kpr.Functions.Persons;
using Kpr.Functions.Register;
using Kpr.Functions.Tests.Ingest;

namespace Kpr.Functions.Tests.Persons;

/// <summary>Files about two persons in every feed, and what the system keeps of each.</summary>
internal static class PersonWorld
{
    /// <summary>The person whom decisions are about.</summary>
    public const string Her = TestClaim.Man;

    /// <summary>Somebody else, of whom nothing may change.</summary>
    public const string Other = TestClaim.Woman;

    public const string CaseNumber = "2026/17";

    /// <summary>Files of every feed and every fate: stored, rejected record, rejected file.</summary>
    public static IReadOnlyList<(string Name, byte[] Content)> Files { get; } =
    [
        ("care-events/0301/a.xml", Bytes(new CareEventDocument().Add().Add(OfOther).ToString())),
        ("care-events/4601/b.xml", Bytes(new CareEventDocument { Municipality = "<Kommune kommuneNr=\"4601\"/>" }.Add(Rejected).Add(text => Rejected(OfOther(text))).Add(OfOther).ToString())),
        ("care-events/5001/c.xml", Bytes(new CareEventDocument { Municipality = "<Kommune kommuneNr=\"5001\"/>", Closing = "</Meldingen>" }.Add().ToString())),
        ("school-health/0301/d.xml", Bytes(new SchoolHealthDocument().Add().Add(text => OfOther(text).Replace("\"B2\"", "\"B3\"", StringComparison.Ordinal).Replace($"{SchoolHealthDocument.Id(2002)}", $"{SchoolHealthDocument.Id(2003)}", StringComparison.Ordinal)).ToString())),
        ($"claims/{ClaimDocuments.Sender}/e.json", Bytes(ClaimDocuments.Json(new TestClaim(1), new TestClaim(2) { Fid = Other }))),
        .. DeliveredFiles.Of(Delivery(), "mai"),
    ];

    /// <summary>A monthly delivery of three claims; the first is hers.</summary>
    public static TestDelivery Delivery() => new TestDelivery().Set("person", 1, "fid", Her).Set("regning", 1, "fodselsaar", "1942");

    /// <summary>A notification about somebody else, under another local number.</summary>
    public static string OfOther(string text) => text.Replace(Her, Other, StringComparison.Ordinal);

    public static async Task TakeAsync(TestSystem test, IEnumerable<(string Name, byte[] Content)>? files = null)
    {
        foreach (var (name, content) in files ?? Files)
        {
            await test.UploadAsync(name, content);
        }

        await test.SettleAsync();
    }

    public static async Task<PersonDecision> EraseAsync(TestSystem test, string number = Her) =>
        Assert.IsType<PersonDecision>((await test.Get<DecideAboutPersons>().EraseAsync(new PersonRequest(CaseNumber, number), "test", default)).Decision);

    public static async Task<PersonDecision> ReserveAsync(TestSystem test, params ReservedServices[] services) =>
        Assert.IsType<PersonDecision>((await test.Get<DecideAboutPersons>().ReserveAsync(new PersonRequest(CaseNumber, Her, Services: services), "test", default)).Decision);

    public static async Task<PersonDecision> FindAsync(TestSystem test, PersonDecision decision) =>
        Assert.IsType<PersonDecision>((await test.Get<PersonListStore>().ReadAsync(default)).Find(decision.Id));

    public static string KeyOf(string number)
    {
        using var marks = new PersonMarks(new byte[32]);
        return marks.KeyOf(number)!.Value.ToString();
    }

    /// <summary>Places in which a person stands, by number or key: everything stored is opened and unpacked.</summary>
    public static Task<IReadOnlyList<string>> PlacesOfAsync(TestSystem test, string number) => PlacesOfTextAsync(test, number, KeyOf(number));

    /// <summary>Places in which any of some texts stands.</summary>
    public static async Task<IReadOnlyList<string>> PlacesOfTextAsync(TestSystem test, params string[] texts)
    {
        var places = new List<string>();
        foreach (var container in (string[])[
            Containers.Incoming, Containers.Work, Containers.Receipts, Containers.Quarantine, Containers.Archive, Containers.Register, Containers.Identity, Containers.Audit])
        {
            foreach (var name in await test.ListAsync(container))
            {
                var text = await TextAsync(test, container, name);
                if (texts.Any(one => text.Contains(one, StringComparison.Ordinal)))
                {
                    places.Add($"{container}/{name}");
                }
            }
        }

        return places;
    }

    /// <summary>The rows that count, of all partitions or those below a folder.</summary>
    public static async Task<IReadOnlyList<SegmentRow>> RowsAsync(TestSystem test, string folder = "")
    {
        var rows = new List<SegmentRow>();
        foreach (var manifest in await ManifestsAsync(test, folder))
        {
            foreach (var segment in manifest.Segments)
            {
                var bytes = await test.ReadAsync(Containers.Register, $"{manifest.Partition}/{segment.Name}");
                Assert.Equal(segment.Sha256, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
                var found = SegmentRows.Find(new MemoryStream(bytes), (_, _) => true).ToList();
                Assert.Equal(segment.Rows, found.Count);
                rows.AddRange(found);
            }

            // Nothing lies in a partition but what its manifest names.
            Assert.Equal(
                manifest.All.Select(segment => $"{manifest.Partition}/{segment.Name}").Order(StringComparer.Ordinal),
                (await test.ListAsync(Containers.Register, manifest.Partition + "/")).Where(name => name.EndsWith(SegmentName.Ending, StringComparison.Ordinal)));
        }

        return rows;
    }

    public static async Task<IReadOnlyList<PartitionManifest>> ManifestsAsync(TestSystem test, string folder = "")
    {
        var manifests = new List<PartitionManifest>();
        foreach (var name in (await test.ListAsync(Containers.Register, folder)).Where(name => name.EndsWith("/manifest.json", StringComparison.Ordinal)))
        {
            manifests.Add(JsonSerializer.Deserialize(await test.ReadAsync(Containers.Register, name), RegisterJson.Indented.PartitionManifest)!);
        }

        return manifests;
    }

    /// <summary>Number of decisions' marks by rows: how many rows each person has.</summary>
    public static async Task<(int Hers, int Others)> CountAsync(TestSystem test, string folder = "")
    {
        var rows = await RowsAsync(test, folder);
        return (rows.Count(row => row.PersonKey == KeyOf(Her)), rows.Count(row => row.PersonKey == KeyOf(Other)));
    }

    /// <summary>The lines of a log, which is whole.</summary>
    public static async Task<IReadOnlyList<AuditLine>> AuditAsync(TestSystem test, string log)
    {
        var lines = new List<AuditLine>();
        foreach (var name in await test.ListAsync(Containers.Audit, log + "/"))
        {
            var content = await test.ReadAsync(Containers.Audit, name);
            Assert.Null(AuditLog.FirstBroken(content));
            lines.AddRange(Encoding.UTF8.GetString(content).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<AuditLine>(line, JsonSerializerOptions.Web)!));
        }

        return lines;
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    // A service that the register does not take (E11).
    private static string Rejected(string notification) => notification.Replace("tjenesteType=\"21\"", "tjenesteType=\"22\"", StringComparison.Ordinal);

    private static async Task<string> TextAsync(TestSystem test, string container, string name)
    {
        if (!name.EndsWith(".sealed", StringComparison.Ordinal))
        {
            return StoredText.Of(name, await test.ReadAsync(container, name), Encoding.Latin1);
        }

        var opened = Encoding.Latin1.GetString(await test.OpenAsync(container, name, container == Containers.Identity ? IdentityStore.SealedAs(name) : name));
        return container != Containers.Quarantine || !QuarantineStore.HoldsRecords(name) ? opened : string.Join('\n', opened.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => Encoding.Latin1.GetString(JsonDocument.Parse(line).RootElement.GetProperty("content").GetBytesFromBase64())));
    }

    /// <summary>A D-number and the birth number that came in its place, of one synthetic person.</summary>
    public static (string DNumber, string BirthNumber) Replaced { get; } = (
        SyntheticIdentity.DNumber(new DateOnly(1980, 4, 4), Sex.Female, 7) ?? SyntheticIdentity.DNumber(new DateOnly(1980, 4, 4), Sex.Female, 8)!,
        SyntheticIdentity.BirthNumber(new DateOnly(1980, 4, 4), Sex.Female, 9) ?? SyntheticIdentity.BirthNumber(new DateOnly(1980, 4, 4), Sex.Female, 10)!);

    public static string Serial(int number) => number.ToString(CultureInfo.InvariantCulture);
}
