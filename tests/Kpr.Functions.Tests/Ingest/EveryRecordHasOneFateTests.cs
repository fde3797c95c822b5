using System.Text;
using System.Text.Json;
using Kpr.Core.Receipts;
using Kpr.Core.Tests.Xpr;
using Kpr.Functions.Azure;
using Xunit.Abstractions;

namespace Kpr.Functions.Tests.Ingest;

/// <summary>Read = accepted + rejected + duplicates, and each record lies in the register, in quarantine, or is a duplicate.</summary>
public sealed class EveryRecordHasOneFateTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("care-events", 11)]
    [InlineData("care-events", 12)]
    [InlineData("care-events", 13)]
    [InlineData("school-health", 14)]
    [InlineData("school-health", 15)]
    public async Task Of_a_faulty_file_every_record_is_found_in_one_place(string feed, int seed)
    {
        output.WriteLine($"seed {seed}");
        var file = new FaultyFile(XprModule.Of(feed), seed, records: 60);
        await using var test = await TestSystem.StartAsync(TestSystem.With(("Kpr:Ingest:ChunkRecords", "7")));
        await test.UploadAsync($"{feed}/0301/hendelser.xml", file.Content);
        await test.SettleAsync();

        await test.AssertTidyAsync();
        var receipt = await test.ReceiptAsync("");
        Assert.Equal((ReceiptStatus.PartlyAccepted, 60), (receipt.Status, receipt.Counts.Read));
        var stored = await StoredAsync(test);
        var quarantined = await QuarantinedAsync(test);
        var sealedPersons = await IdentitiesAsync(test);

        Assert.Equal((stored.Count, quarantined.Count), (receipt.Counts.Accepted, receipt.Counts.Rejected));
        Assert.Equal(receipt.Counts.Read, receipt.Counts.Accepted + receipt.Counts.Rejected + receipt.Counts.Duplicates);
        Assert.Equal(Enumerable.Range(1, 60).Select(ordinal => (long)ordinal).Except(file.Repeated), stored.Keys.Concat(quarantined.Keys).Order());
        Assert.Equal(file.Repeated.Count, receipt.Counts.Duplicates);

        Assert.All(quarantined, record => Assert.Equal(file.Record(record.Key), record.Value));
        Assert.Equal(stored.Keys, sealedPersons.Keys);
        Assert.All(sealedPersons, record => Assert.Equal((stored[record.Key], file.Person(record.Key)), (record.Value.Key, record.Value.Number)));

        var manifests = (await test.ListAsync(Containers.Register)).Where(name => name.EndsWith("manifest.json", StringComparison.Ordinal));
        Assert.Equal(stored.Count, manifests.Sum(name => Rows(test.ReadAsync(Containers.Register, name).Result)));
    }

    [Fact]
    public async Task A_person_has_the_same_key_in_every_file_and_different_persons_have_different_keys()
    {
        await using var test = await TestSystem.StartAsync();
        FaultyFile[] files = [new(XprModule.All[0], 21, 40), new(XprModule.All[1], 22, 40)];
        foreach (var (number, file) in files.Index())
        {
            await test.UploadAsync($"{XprModule.All[number].Feed}/0301/{number}.xml", file.Content);
            await test.SettleAsync();
        }

        var identities = (await AllIdentitiesAsync(test)).Distinct().ToList();
        Assert.Equal(FaultyFile.People.Count, identities.Count);
        Assert.Equal(identities.Count, identities.DistinctBy(identity => identity.Key).Count());
        Assert.Equal(identities.Count, identities.DistinctBy(identity => identity.Number).Count());
    }

    private static async Task<SortedDictionary<long, string>> StoredAsync(TestSystem test)
    {
        var stored = new SortedDictionary<long, string>();
        foreach (var name in (await test.ListAsync(Containers.Register)).Where(name => name.EndsWith(".segment", StringComparison.Ordinal)))
        {
            var lines = StoredText.Lines(await test.ReadAsync(Containers.Register, name)).ToList();
            Assert.StartsWith("ordinal,personKey,", lines[0], StringComparison.Ordinal);
            foreach (var line in lines.Skip(1))
            {
                var fields = line.Split(',');
                stored.Add(long.Parse(fields[0], System.Globalization.CultureInfo.InvariantCulture), fields[1]);
            }
        }

        return stored;
    }

    private static async Task<SortedDictionary<long, byte[]>> QuarantinedAsync(TestSystem test)
    {
        var quarantined = new SortedDictionary<long, byte[]>();
        foreach (var name in (await test.ListAsync(Containers.Quarantine)).Where(name => name.EndsWith(".sealed", StringComparison.Ordinal)))
        {
            foreach (var line in Lines(await test.OpenAsync(Containers.Quarantine, name)))
            {
                quarantined.Add(line.GetProperty("ordinal").GetInt64(), line.GetProperty("content").GetBytesFromBase64());
            }
        }

        return quarantined;
    }

    private static async Task<SortedDictionary<long, (string Key, string Number)>> IdentitiesAsync(TestSystem test)
    {
        var identities = new SortedDictionary<long, (string, string)>();
        foreach (var name in await test.ListAsync(Containers.Identity))
        {
            foreach (var line in Lines(await test.OpenAsync(Containers.Identity, name, name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..])))
            {
                identities.Add(line.GetProperty("ordinal").GetInt64(), (line.GetProperty("personKey").GetString()!, line.GetProperty("number").GetString()!));
            }
        }

        return identities;
    }

    private static async Task<List<(string Key, string Number)>> AllIdentitiesAsync(TestSystem test)
    {
        var identities = new List<(string, string)>();
        foreach (var name in await test.ListAsync(Containers.Identity))
        {
            var lines = Lines(await test.OpenAsync(Containers.Identity, name, name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..]));
            identities.AddRange(lines.Select(line => (line.GetProperty("personKey").GetString()!, line.GetProperty("number").GetString()!)));
        }

        return identities;
    }

    private static IEnumerable<JsonElement> Lines(byte[] content) =>
        Encoding.UTF8.GetString(content).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement);

    private static long Rows(byte[] manifest) =>
        JsonDocument.Parse(manifest).RootElement.GetProperty("segments").EnumerateArray().Sum(segment => segment.GetProperty("rows").GetInt64());
}
