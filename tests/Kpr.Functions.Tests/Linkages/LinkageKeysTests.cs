using System.Security.Cryptography;
using System.Text;
using Kpr.Core.Cases.Fulfilment;
using Kpr.Core.Cases.Linkages;
using Kpr.Core.Extracts.Keys;
using Kpr.Core.Extracts.Orders;
using Kpr.Core.Extracts.Package;
using Kpr.Core.Extracts.Package.Encryption;
using Kpr.Core.Identity;
using Kpr.Core.Linking;
using Kpr.Core.Tests.Cases;
using Kpr.Functions.Azure;
using Kpr.Functions.Extracts;
using Kpr.Functions.Linkages;
using Kpr.Functions.Persons;
using Kpr.Functions.Preparation.Extracts;
using Kpr.Functions.Preparation.Linkages;
using Kpr.Functions.Register;
using Kpr.Functions.Statistics;
using Kpr.Functions.Tests.Extracts;
using Kpr.Functions.Tests.Persons;

namespace Kpr.Functions.Tests.Linkages;

/// <summary>Keys of a linkage over the whole system but for those who order: issued, an extract made and linked by them, kept, and gone.</summary>
public sealed class LinkageKeysTests
{
    private static readonly string[] Listed = [.. ExtractWorld.People.Take(10).Select(person => person.Number)];

    // A D-number that somebody of the list had before.
    private static readonly string Before = SyntheticIdentity.DNumber(new DateOnly(1940, 3, 1), Sex.Male, 1)!.ToString();

    [Fact]
    public async Task Keys_are_issued_the_registers_extract_is_linked_by_them_and_all_is_gone_when_the_key_is()
    {
        await using var test = await TestSystem.StartAsync(ExtractWorld.Apps);
        using var world = await ExtractTests.BeginAsync(test, linked: true);
        using var linkage = new LinkageWorld(world);
        var reserved = ExtractWorld.People[5];
        await ExtractTests.ReserveAsync(test, reserved.Number);
        Assert.NotNull((await test.Get<DecideAboutPersons>().LinkAsync(new PersonRequest(PersonWorld.CaseNumber, Before, NewNumber: Listed[0]), "test", default)).Decision);
        await linkage.NextBatchAsync();
        var early = new string('e', 32);
        await world.OrderAsync(Everybody, early);
        await test.SettleAsync();
        Assert.Equal((ExtractStatus.Refused, true), ((await world.StateAsync(early)).Status, (await world.StateAsync(early)).Message!.StartsWith("Løpenumrene er ikke laget ennå.", StringComparison.Ordinal)));

        await linkage.OrderAsync(await linkage.ListAsync(["fnr", .. Listed, Before, Listed[3]]));
        await test.SettleAsync();
        await IssuedAsync(test, linkage);
        var issued = TableJson.Bytes(await linkage.StateAsync());

        // Told again: nothing more is made.
        await world.Get<BeginLinkage>().LookAsync(LinkageWorld.Case, linkage.Id, default);
        Assert.Equal(issued, TableJson.Bytes(await linkage.StateAsync()));

        // Sealed anew with all else, and as before.
        Assert.Equal(KeyRotationState.Done, (await test.Get<RotateKeys>().RunAsync("test", default)).State);
        foreach (var name in (string[])[$"batches/{linkage.Id}.sealed", $"populations/{linkage.Id}.sealed"])
        {
            Assert.Equal(2, Kpr.Core.Sealing.SealedStream.VersionOf(await test.ReadAsync(Containers.Projects, name)));
            Assert.NotEmpty(await test.OpenAsync(Containers.Projects, name));
        }

        await LinkedAsync(test, world, linkage, reserved.Number);
        await KeptAndGoneAsync(test, world, linkage);
        Assert.DoesNotContain(test.Logs.All, line => Listed.Append(Before).Any(number => line.Text.Contains(number, StringComparison.Ordinal)));
    }

    private static ExtractOrder Everybody { get; } = ExtractWorld.Of(new ExtractedPopulation());

    private static async Task IssuedAsync(TestSystem test, LinkageWorld linkage)
    {
        var state = await linkage.StateAsync();
        Assert.True(state.Status == LinkageStatus.Issued, $"{state.Status} {state.Message}\n{string.Join('\n', test.Logs.All.Where(line => line.Text.Contains("xception", StringComparison.Ordinal)).Select(line => line.Text).Take(5))}");
        Assert.Equal((10L, new ListedPersons(Lines: 13, Found: 11, Repeated: 1, Invalid: 1)), (state.Persons!.Value, state.List!));
        Assert.Equal(["maps/kpr-1.map.p7m", "keys/npr-1.csv.p7m", "maps/npr-1.map.p7m"], state.Files!.Select(file => file.Name));
        foreach (var file in state.Files!)
        {
            var bytes = await linkage.FileAsync(file.Name);
            Assert.Equal((file.Bytes, file.Sha256), (bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))));
        }

        // Everybody of the list, who objects to the register's disclosure too; two numbers of one person are one serial number.
        var keys = await linkage.KeysAsync();
        Assert.Equal(Listed.Append(Before).Order(StringComparer.Ordinal), keys.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((10, keys[Listed[0]]), (keys.Values.Distinct().Count(), keys[Before]));
        Assert.Null(CmsEnvelope.Open(await linkage.FileAsync(LinkageFiles.KeysOf(LinkageWorld.Npr)), linkage.LinkerCertificate));
        Assert.Null(CmsEnvelope.Open(await linkage.FileAsync(LinkageFiles.MapOf(LinkageWorld.Npr)), linkage.NprCertificate));
        var map = Encoding.Latin1.GetString(await linkage.MapAsync(LinkageWorld.Npr));
        Assert.DoesNotContain(Listed, number => map.Contains(number, StringComparison.Ordinal));

        Assert.Empty(await test.ListAsync(Containers.Cohorts));
        Assert.Empty(await test.ListAsync(Containers.Extracting));
        Assert.Single(await LinesAsync(test, "linkage-keys-issued"));
        string[] marks = [.. Listed, Before, .. Listed.Select(PersonWorld.KeyOf)];
        foreach (var container in (string[])[Containers.Extracts, Containers.Audit, Containers.Linkages, Containers.Projects])
        {
            foreach (var name in await test.ListAsync(container))
            {
                var text = name + Encoding.Latin1.GetString(await test.ReadAsync(container, name));
                Assert.DoesNotContain(marks, mark => text.Contains(mark, StringComparison.Ordinal));
            }
        }
    }

    // The register's own package, decrypted, beside what another source delivers by its key file.
    private static async Task LinkedAsync(TestSystem test, ExtractWorld world, LinkageWorld linkage, string reserved)
    {
        await world.OrderAsync(Everybody);
        await test.SettleAsync();
        var state = await world.StateAsync();
        Assert.True(state.Status == ExtractStatus.Prepared, $"{state.Status} {state.Message}");
        Assert.Equal((linkage.Batch, 9L, 9L), (state.KeyBatch, state.Population!.Value, state.Persons!.Value));
        await world.ReleaseAsync();
        await test.SettleAsync();
        Assert.Equal(ExtractStatus.Delivered, (await world.StateAsync()).Status);

        var files = await world.OpenAsync();
        var keys = await linkage.KeysAsync();
        var csv = Encoding.UTF8.GetBytes("serial,hvem\n" + string.Concat(Listed.Skip(4).Select(number => $"{keys[number]},{number[^2..]}\n")));
        var table = new ExtractTable("opphold", "Opphold", "Stays", [new("serial", "string", "Løpenummer", "Serial number"), new("hvem", "string", "Hvem", "Who")], []);
        var other = new SourceManifest(
            LinkageWorld.Case, linkage.Batch, LinkageWorld.Npr, [new SourceTable(table, "serial", new PackagedFile("opphold.csv", csv.Length, Convert.ToHexStringLower(SHA256.HashData(csv)), null))]);
        var maps = new Dictionary<string, byte[]> { [LinkageWorld.Kpr] = await linkage.MapAsync(LinkageWorld.Kpr), [LinkageWorld.Npr] = await linkage.MapAsync(LinkageWorld.Npr) };
        var written = new Dictionary<string, MemoryStream>();
        var result = new Linker(LinkageWorld.Case, linkage.Batch, [.. maps.Keys], () => new MemoryStream()).Link(
            [
                new SourceDelivery(SourceManifest.Read(files[SourceManifest.FileName])!, () => new MemoryStream(maps[LinkageWorld.Kpr]), name => new MemoryStream(files[name])),
                new SourceDelivery(other, () => new MemoryStream(maps[LinkageWorld.Npr]), _ => new MemoryStream(csv)),
            ],
            name => written[name] = new MemoryStream());

        Assert.True(result.IsWhole, string.Join('\n', result.Faults));
        Assert.Equal((10L, 5L, 10L), (result.Population, result.PersonsInAll, result.PersonsInAny));
        using var project = new ProjectKeys(await world.Get<ProjectSecrets>().GetAsync(LinkageWorld.Case, default));
        string KeyOf(string number) => project.OfPerson(PersonKey.Parse(PersonWorld.KeyOf(number))).ToString();
        Assert.Equal(
            ExtractWorld.People.Take(10).Where(person => person.Number != reserved).SelectMany(person => Enumerable.Repeat($"{KeyOf(person.Number)} {person.Year}", person.Claims)).Order(StringComparer.Ordinal),
            ExtractWorld.Rows(written["regning"].ToArray()).Select(row => $"{row["person"]} {row["fodselsaar"]}").Order(StringComparer.Ordinal));
        Assert.Equal(
            Listed.Skip(4).Select(number => $"{KeyOf(number)} {number[^2..]}").Order(StringComparer.Ordinal),
            ExtractWorld.Rows(written["opphold"].ToArray()).Select(row => $"{row["person"]} {row["hvem"]}").Order(StringComparer.Ordinal));
    }

    private static async Task KeptAndGoneAsync(TestSystem test, ExtractWorld world, LinkageWorld linkage)
    {
        var files = world.Get<LinkageFiles>();
        await files.WriteAsync(linkage.Id, "from/npr-1/opphold.csv.p7m", new MemoryStream([1]), default);
        await files.WriteAsync(linkage.Id, "result/opphold.csv.p7m", new MemoryStream([1]), default);
        await world.MoveAsync(played => played.AtLinker(LinkageWorld.Npr)
            .Do(Actors.Linker, new StartLinking(), new FinishLinking(5, "ok"), new DeliverLinkage("room")).Do(Actors.Applicant, new ConfirmReceipt()));
        var until = DateOnly.FromDateTime(test.Clock.GetUtcNow().UtcDateTime).AddDays(400);
        await world.MoveAsync(played => played.Do(Actors.Linker, new SettleKey(until)));
        await linkage.TellAsync(LinkageStatus.Issued);
        await test.SettleAsync();

        // Kept for a later delivery: all but what came.
        Assert.Equal(["keys/npr-1.csv.p7m", "maps/kpr-1.map.p7m", "maps/npr-1.map.p7m", "result/opphold.csv.p7m"], (await test.ListAsync(Containers.Linkages)).Select(name => name[(linkage.Id.Length + 1)..]));
        Assert.Equal(LinkageStatus.Issued, (await linkage.StateAsync()).Status);
        await world.Get<SweepExtracts>().RunAsync(default);
        Assert.Empty(await test.ListAsync(Containers.Deliveries));

        test.Clock.Advance(TimeSpan.FromDays(402));
        Assert.Empty(await world.Get<SweepLinkages>().RunAsync(default));
        var state = await linkage.StateAsync();
        Assert.Equal((LinkageStatus.Ended, true), (state.Status, state.DestroyedAt is not null));
        Assert.Equal([$"{linkage.Id}/result/opphold.csv.p7m"], await test.ListAsync(Containers.Linkages));
        Assert.Empty(await test.ListAsync(Containers.Projects, "batches/"));
        Assert.Empty(await test.ListAsync(Containers.Projects, "populations/"));
        Assert.NotEmpty(await test.ListAsync(Containers.Projects, "secrets/"));
        Assert.Single(await LinesAsync(test, "linkage-keys-destroyed"));

        // What came after its end goes with the next sweep.
        await files.WriteAsync(linkage.Id, "from/npr-1/late.p7m", new MemoryStream([1]), default);
        await world.Get<SweepLinkages>().RunAsync(default);
        Assert.Single(await test.ListAsync(Containers.Linkages));
        Assert.Single(await LinesAsync(test, "linkage-keys-destroyed"));
    }

    private static async Task<IReadOnlyList<AuditLine>> LinesAsync(TestSystem test, string action)
    {
        var lines = new List<AuditLine>();
        foreach (var name in await test.ListAsync(Containers.Audit, "persons/"))
        {
            lines.AddRange((await test.Get<AuditLog>().ReadAsync(name, default)).Where(line => line.Action == action));
        }

        return lines;
    }
}
