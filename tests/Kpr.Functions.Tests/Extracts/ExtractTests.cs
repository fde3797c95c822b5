using System.Text;
using System.Text.Json;
using Kpr.Core.Cases.Fulfilment;
using Kpr.Core.Extracts.Orders;
using Kpr.Core.Extracts.Population;
using Kpr.Core.Identity;
using Kpr.Core.Persons;
using Kpr.Core.Tests.Cases;
using Kpr.Core.Tests.Claims;
using Kpr.Functions.Azure;
using Kpr.Functions.Extracts;
using Kpr.Functions.Persons;
using Kpr.Functions.Preparation.Extracts;
using Kpr.Functions.Register;
using Kpr.Functions.Statistics;
using Kpr.Functions.Tests.Persons;

namespace Kpr.Functions.Tests.Extracts;

/// <summary>Extracts over the whole system but for those who order and release: made, weighed, encrypted, entered in the ledger, fetched, and gone.</summary>
public sealed class ExtractTests
{
    private static readonly IReadOnlyList<(string Number, int Year, Sex Sex, int Claims)> People = ExtractWorld.People;

    [Fact]
    public async Task An_extract_is_made_delivered_to_its_recipient_entered_once_and_gone_when_its_time_is_over()
    {
        await using var test = await TestSystem.StartAsync(ExtractWorld.Apps);
        using var world = await BeginAsync(test);
        var (erased, reserved) = (People[2], People[5]);
        await PersonWorld.EraseAsync(test, erased.Number);
        await ReserveAsync(test, reserved.Number);
        await world.OrderAsync();
        await test.SettleAsync();

        var state = await world.StateAsync();
        Assert.True(state.Status == ExtractStatus.Prepared, $"{state.Status} {state.Message}\n{string.Join('\n', test.Logs.All.Where(line => line.Text.Contains("xception", StringComparison.Ordinal)).Select(line => line.Text).Take(5))}");
        var members = People.Where(person => person.Claims >= 2 && person != erased && person != reserved).ToList();
        Assert.Equal((members.Count, members.Count), ((int)state.Population!, (int)state.Persons!));
        Assert.Equal(members.Sum(person => person.Claims), state.Tables!.Single(table => table.Name == "regning").Rows);
        Assert.Equal(["claims/2026/01/ukjent", "claims/2026/02/ukjent", "claims/2026/03/ukjent"], state.Read!.Select(read => read.Partition));
        Assert.True(state.AboveLimits);
        Assert.Empty(await test.ListAsync(Containers.Extracting));
        Assert.NotEmpty(await test.ListAsync(Containers.Prepared));
        Assert.Empty(await test.ListAsync(Containers.Deliveries));
        Assert.NotNull(await world.Get<ExtractStore>().FindFileAsync(ExtractWorld.Id, "datapackage.json", default));
        Assert.NotNull(await world.Get<ExtractStore>().FindFileAsync(ExtractWorld.Id, PackExtract.Risk, default));

        // Told again, and ordered again under the same id: nothing more is made.
        await world.OrderAsync();
        await test.SettleAsync();
        Assert.Equal(TableJson.Bytes(state), TableJson.Bytes(await world.StateAsync()));

        await world.ReleaseAsync();
        await test.SettleAsync();
        state = await world.StateAsync();
        Assert.True(state.Status == ExtractStatus.Delivered, $"{state.Status} {state.Message}");
        var files = await world.OpenAsync();
        Assert.Equal(
            members.SelectMany(person => Enumerable.Range(1, person.Claims).Select(month => $"{(person.Sex == Sex.Male ? 1 : 2)} {person.Year} 2026-0{month}")).Order(),
            ExtractWorld.Rows(files["regning.csv"]).Select(row => $"{row["kjonn"]} {row["fodselsaar"]} {row["tidspunkt_maaned"]}").Order());
        Assert.Equal(members.Count, ExtractWorld.Rows(files["regning.csv"]).Select(row => row["person_lnr"]).Distinct().Count());
        await NothingOfAnybodyAsync(test, files);
        Assert.Empty(await test.ListAsync(Containers.Prepared));
        Assert.Equal(state.Delivery!.Files.Select(file => $"{state.Delivery.Folder}/{file.Name}").Order(StringComparer.Ordinal), await test.ListAsync(Containers.Deliveries));

        // The ledger, and whose data it was.
        var line = await LedgerAsync(test);
        Assert.Equal((Disclosure.Action, ExtractWorld.Id, Actors.ControllerNumber), (line.Action, line.Object, line.Party));
        var told = JsonSerializer.Deserialize<Disclosure>(line.Outcome, TableJson.Options)!;
        Assert.Equal((ExtractWorld.Case, ExtractWorld.Order, 1, members.Count, state.Tables!.Sum(table => table.Rows)), (told.Case, told.Order, told.Decision, (int)told.Persons, told.Rows));
        Assert.Equal("6(1)(e); 9(2)(j); IndirectExemption", told.LegalBasis);
        var disclosed = new PersonSet();
        disclosed.Read(await test.OpenAsync(Containers.Disclosed, $"{ExtractWorld.Id}.sealed"));
        Assert.Equal(members.Select(person => PersonWorld.KeyOf(person.Number)).Order(StringComparer.Ordinal), disclosed.InOrder().Select(key => key.ToString()));

        // What is kept for long is sealed anew with all else.
        Assert.Equal(KeyRotationState.Done, (await test.Get<RotateKeys>().RunAsync("test", default)).State);
        foreach (var container in (string[])[Containers.Disclosed, Containers.Projects])
        {
            foreach (var name in await test.ListAsync(container))
            {
                Assert.Equal(2, Kpr.Core.Sealing.SealedStream.VersionOf(await test.ReadAsync(container, name)));
                Assert.NotEmpty(await test.OpenAsync(container, name));
            }
        }

        // Told again: one line still.
        await world.Get<TellPreparation>().SendAsync(ExtractWorld.Id, ExtractStatus.Delivered, default);
        await test.SettleAsync();
        await LedgerAsync(test);

        // Expired, and at last the project is over.
        test.Clock.Advance(TimeSpan.FromDays(31));
        await world.Get<SweepExtracts>().RunAsync(default);
        Assert.Empty(await test.ListAsync(Containers.Deliveries));
        Assert.NotNull((await world.StateAsync()).Delivery!.DeletedAt);
        Assert.NotEmpty(await test.ListAsync(Containers.Projects, "secrets/"));
        await world.MoveAsync(played => played.Do(Actors.Applicant, new ConfirmReceipt(), new EndUse()));
        test.Clock.Advance(TimeSpan.FromDays(1500));
        await world.Get<SweepExtracts>().RunAsync(default);
        Assert.Empty(await test.ListAsync(Containers.Projects, "secrets/"));
    }

    [Fact]
    public async Task Two_deliveries_of_a_project_name_persons_alike_and_the_order_of_arrival_leaves_no_trace()
    {
        await using var test = await TestSystem.StartAsync(ExtractWorld.Apps);
        using var world = await BeginAsync(test);
        var other = new string('b', 32);
        await world.OrderAsync();
        await world.OrderAsync(ExtractWorld.Of(new ExtractedPopulation()), other);
        await test.SettleAsync();

        var few = ExtractWorld.Rows(await test.OpenAsync(Containers.Prepared, $"{ExtractWorld.Id}/files/regning.csv.sealed"));
        var all = ExtractWorld.Rows(await test.OpenAsync(Containers.Prepared, $"{other}/files/regning.csv.sealed"));
        Assert.Equal(People.Sum(person => person.Claims), all.Count);
        Assert.Subset(all.Select(Line).ToHashSet(), few.Select(Line).ToHashSet());
        Assert.Equal(all.Select(row => row["person_lnr"]), all.Select(row => row["person_lnr"]).Order(StringComparer.Ordinal));
    }

    private static string Line(IReadOnlyDictionary<string, string> row) => string.Join(',', row.Values);

    internal static async Task<ExtractWorld> BeginAsync(TestSystem test, bool linked = false)
    {
        var world = new ExtractWorld(() => test.System.Services, linked);
        await test.UploadAsync($"claims/{ClaimDocuments.Sender}/extracts.json", ExtractWorld.Claims);
        await test.SettleAsync();
        Assert.Equal(People.Sum(person => person.Claims), (await test.ReceiptAsync($"claims/{ClaimDocuments.Sender}/extracts.json")).Counts.Accepted);
        await world.BeginCaseAsync();
        return world;
    }

    internal static async Task ReserveAsync(TestSystem test, string number) =>
        Assert.NotNull((await test.Get<DecideAboutPersons>().ReserveAsync(new PersonRequest(PersonWorld.CaseNumber, number, Services: [ReservedServices.Disclosure]), "test", default)).Decision);

    internal static async Task<AuditLine> LedgerAsync(TestSystem test)
    {
        var name = Assert.Single(await test.ListAsync(Containers.Audit, "disclosures/"));
        var ledger = await test.ReadAsync(Containers.Audit, name);
        Assert.Null(AuditLog.FirstBroken(ledger));
        return AuditLine.Read(Assert.Single(Encoding.UTF8.GetString(ledger).Split('\n', StringSplitOptions.RemoveEmptyEntries)))!;
    }

    // No register key and no number, in what was delivered, in what the staff may see, in logs and messages.
    private static async Task NothingOfAnybodyAsync(TestSystem test, IReadOnlyDictionary<string, byte[]> files)
    {
        string[] marks = [.. People.Select(person => person.Number), .. People.Select(person => PersonWorld.KeyOf(person.Number))];
        var texts = files.Select(file => (file.Key, Encoding.UTF8.GetString(file.Value))).ToList();
        foreach (var container in (string[])[Containers.Extracts, Containers.Audit, Containers.Deliveries, Containers.Disclosed, Containers.Projects])
        {
            foreach (var name in await test.ListAsync(container))
            {
                texts.Add(($"{container}/{name}", Encoding.UTF8.GetString(await test.ReadAsync(container, name))));
            }
        }

        texts.AddRange(test.Logs.All.Select(line => ("log", line.Text)));
        texts.AddRange((await test.MessagesAsync()).Select(message => ("message", message.Text)));
        Assert.DoesNotContain(texts, text => marks.Any(mark => text.Item2.Contains(mark, StringComparison.Ordinal)));
    }
}
