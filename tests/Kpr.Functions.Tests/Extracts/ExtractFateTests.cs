using System.Security.Cryptography.X509Certificates;
using System.Text;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Extracts.Orders;
using Kpr.Core.Extracts.Package.Encryption;
using Kpr.Core.Formats.CareReport;
using Kpr.Core.Statistics.Orders;
using Kpr.Core.Tests.Cases;
using Kpr.Core.Tests.Claims;
using Kpr.Functions.Azure;
using Kpr.Functions.Extracts;
using Kpr.Functions.Preparation.Extracts;
using Kpr.Functions.Register;
using Kpr.Functions.Tests.Ingest;
using Kpr.Functions.Tests.Persons;
using Kpr.LocalAzure.Faults;

namespace Kpr.Functions.Tests.Extracts;

/// <summary>What becomes of an extract when something comes in between.</summary>
public sealed class ExtractFateTests
{
    private const string Report = "care-report/2025/0301";

    [Fact]
    public async Task A_decision_that_falls_while_data_are_extracted_leaves_nothing_of_them()
    {
        await using var test = await TestSystem.StartAsync(ExtractWorld.Apps);
        using var world = await ExtractTests.BeginAsync(test);
        Once(test, call => call.Operation == "PUT" && call.Target.Contains("/runs/", StringComparison.Ordinal),
            () => world.MoveAsync(played => played.Do(Actors.Handler, new CancelOrder(ExtractWorld.Order, "Vedtaket er trukket."))));
        await world.OrderAsync();
        await test.SettleAsync();

        var state = await world.StateAsync();
        Assert.Equal(ExtractStatus.Discarded, state.Status);
        Assert.NotNull(state.Message);
        await NothingLeftAsync(test);
    }

    [Fact]
    public async Task What_is_withdrawn_while_it_is_made_is_not_made_and_what_waits_for_release_is_deleted()
    {
        await using var test = await TestSystem.StartAsync(ExtractWorld.Apps);
        using var world = await ExtractTests.BeginAsync(test);
        Task WithdrawAsync(string id) => world.Get<ExtractStore>().ChangeStateAsync(id, now => now with { Status = ExtractStatus.Withdrawn, Message = "Trukket." }, default);
        Once(test, call => call.Operation == "PUT" && call.Target.Contains("/members/", StringComparison.Ordinal), () => WithdrawAsync(ExtractWorld.Id));
        await world.OrderAsync();
        await test.SettleAsync();
        Assert.Equal(ExtractStatus.Withdrawn, (await world.StateAsync()).Status);
        await NothingLeftAsync(test);

        var other = new string('c', 32);
        await world.OrderAsync(id: other);
        await test.SettleAsync();
        Assert.Equal(ExtractStatus.Prepared, (await world.StateAsync(other)).Status);
        await WithdrawAsync(other);
        await world.Get<TellPreparation>().SendAsync(other, ExtractStatus.Withdrawn, default);
        await test.SettleAsync();
        await NothingLeftAsync(test);
    }

    [Fact]
    public async Task What_comes_into_a_partition_while_it_is_read_is_not_in_the_extract_and_somebody_deleted_meanwhile_is_not_either()
    {
        await using var test = await TestSystem.StartAsync(ExtractWorld.Apps);
        using var world = await ExtractTests.BeginAsync(test);
        var gone = ExtractWorld.People[1];
        var late = new TestClaim(900) { Fid = ExtractWorld.People[4].Number, Tidspunkt = "2026-01-20T09:00:00+01:00" };
        Once(test, call => call.Operation == "PUT" && call.Target.Contains("/members/", StringComparison.Ordinal), async () =>
        {
            await test.UploadAsync($"claims/{ClaimDocuments.Sender}/late.json", ClaimDocuments.Json(late));
            await PersonWorld.EraseAsync(test, gone.Number);
        });
        await world.OrderAsync();
        await test.SettleAsync();

        // A deletion has all planned anew: what had come until then is read, and the state names what was read.
        var state = await world.StateAsync();
        Assert.Equal(ExtractStatus.Prepared, state.Status);
        var rows = ExtractWorld.Rows(await test.OpenAsync(Containers.Prepared, $"{ExtractWorld.Id}/files/regning.csv.sealed"));
        Assert.DoesNotContain(rows, row => row["fodselsaar"] == gone.Year.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(rows.Count, (int)state.Tables!.Single(table => table.Name == "regning").Rows);
        var segments = state.Read!.Sum(read => read.Segments.Count);
        Assert.Equal(segments == 4 ? 1 : 0, rows.Count - ExtractWorld.People.Where(person => person.Claims >= 2 && person != gone).Sum(person => person.Claims));

        // Of a package that waits: who is deleted now is in it, and it is given up.
        await PersonWorld.EraseAsync(test, ExtractWorld.People[4].Number);
        await world.Get<SweepExtracts>().RunAsync(default);
        Assert.Equal((ExtractStatus.Discarded, Outdated.Message), ((await world.StateAsync()).Status, (await world.StateAsync()).Message));
        await NothingLeftAsync(test);
    }

    [Fact]
    public async Task An_annual_report_that_takes_another_s_place_while_it_is_read_is_not_in_the_extract_which_names_what_it_read()
    {
        await using var test = await TestSystem.StartAsync(ExtractWorld.Apps);
        using var world = new ExtractWorld(() => test.System.Services);
        var (from, to) = (new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31));
        await ReportAsync(test, serial: 1, persons: 5);
        await test.SettleAsync();
        await world.BeginCaseAsync(ExtractWorld.Requested(from, to, "care-report.fodselsar", "care-report.lege12mnd"));
        var before = (await world.Get<RegisterStore>().FindManifestAsync(Report, default))!;
        Once(test, call => call.Operation == "PUT" && call.Target.Contains("/members/", StringComparison.Ordinal), async () =>
        {
            await ReportAsync(test, serial: 2, persons: 3);
            while ((await world.Get<RegisterStore>().FindManifestAsync(Report, default))!.Segments[0].SerialNumber != 2)
            {
                await Task.Delay(50);
            }
        });
        var dataset = new ExtractedDataset("care-report", [new OrderedVariable("fodselsar"), new OrderedVariable("lege12mnd")], from, to);
        await world.OrderAsync(ExtractWorld.Of(new ExtractedPopulation([new PopulationCriterion("care-report", from, to, [], AtLeast: 1)])) with { Datasets = [dataset] });
        await test.SettleAsync();

        var state = await world.StateAsync();
        Assert.Equal((ExtractStatus.Prepared, 5L), (state.Status, state.Tables!.Single(table => table.Name == "rapport").Rows));
        var read = Assert.Single(state.Read!);
        Assert.Equal(Report, read.Partition);
        Assert.Equal(before.Segments.Select(segment => KeyValuePair.Create(segment.Name, segment.Sha256)), read.Segments);

        // The next one is made of what counts now.
        var next = new string('c', 32);
        await world.OrderAsync(ExtractWorld.Of(new ExtractedPopulation()) with { Datasets = [dataset] }, next);
        await test.SettleAsync();
        Assert.Equal(3, (await world.StateAsync(next)).Tables!.Single(table => table.Name == "rapport").Rows);
    }

    [Fact]
    public async Task A_certificate_that_ran_out_meanwhile_ends_the_delivery_with_the_reason()
    {
        await using var test = await TestSystem.StartAsync(ExtractWorld.Apps);
        using var world = await ExtractTests.BeginAsync(test);
        await world.OrderAsync();
        await test.SettleAsync();
        Once(test, call => call.Operation == "PUT" && call.Target.StartsWith("deliveries/", StringComparison.Ordinal), () =>
        {
            test.Clock.Advance(TimeSpan.FromHours(2));
            return Task.CompletedTask;
        });
        await world.ReleaseAsync(valid: TimeSpan.FromHours(1));
        await test.SettleAsync();

        var state = await world.StateAsync();
        Assert.Equal((ExtractStatus.Refused, true, true), (state.Status, state.Message!.StartsWith("Sertifikatet gikk ut", StringComparison.Ordinal), state.Delivery is null));
        Assert.Empty(await test.ListAsync(Containers.Audit, "disclosures/"));
        await NothingLeftAsync(test);
    }

    [Fact]
    public async Task Nothing_above_the_limits_is_delivered_without_a_reason_or_to_a_room_that_is_not_there()
    {
        foreach (var (reason, room, message) in ((string?, string?, string)[])[(null, null, "Risikoen"), ("Vurdert.", "nowhere", "Analyserommet")])
        {
            await using var test = await TestSystem.StartAsync(ExtractWorld.Apps);
            using var world = await ExtractTests.BeginAsync(test);
            await world.OrderAsync();
            await test.SettleAsync();
            await world.ReleaseAsync(reason: reason, room: room);
            await test.SettleAsync();

            Assert.StartsWith(message, (await world.StateAsync()).Message, StringComparison.Ordinal);
            await NothingLeftAsync(test);
        }
    }

    [Fact]
    public async Task A_list_of_numbers_is_matched_and_deleted_and_its_garbage_counted()
    {
        await using var test = await TestSystem.StartAsync(ExtractWorld.Apps);
        using var world = await ExtractTests.BeginAsync(test);
        await world.Get<TellPreparation>().WantCertificateAsync(default);
        await test.SettleAsync();
        var list = new string('d', 32);
        using var register = X509Certificate2.CreateFromPem(await world.Get<ExtractStore>().FindCertificateAsync(default));
        using var envelope = new MemoryStream();
        var (first, second) = (ExtractWorld.People[3], ExtractWorld.People[7]);
        await CmsEnvelope.EncryptAsync(new MemoryStream(Encoding.UTF8.GetBytes($"fnr\n{first.Number}\n{second.Number}\n{first.Number}\n{TestClaim.Woman}\nikke et nummer\n")), envelope, register);
        await world.Get<CohortStore>().WriteAsync(ExtractWorld.Case, list, new MemoryStream(envelope.ToArray()), default);
        await world.OrderAsync(ExtractWorld.Of(new ExtractedPopulation(ListId: list)));
        await test.SettleAsync();

        var state = await world.StateAsync();
        Assert.Equal((ExtractStatus.Prepared, new ListedPersons(Lines: 6, Found: 3, Repeated: 1, Invalid: 2), 3L, 2L), (state.Status, state.List!, state.Population!.Value, state.Persons!.Value));
        var rows = ExtractWorld.Rows(await test.OpenAsync(Containers.Prepared, $"{ExtractWorld.Id}/files/regning.csv.sealed"));
        Assert.Equal(first.Claims + second.Claims, rows.Count);
        Assert.Empty(await test.ListAsync(Containers.Cohorts));

        // The list is gone: the next one needs it anew. What nobody here can open is no list either.
        await world.OrderAsync(ExtractWorld.Of(new ExtractedPopulation(ListId: list)), new string('e', 32));
        await world.Get<CohortStore>().WriteAsync(ExtractWorld.Case, new string('f', 32), new MemoryStream([1, 2, 3]), default);
        await world.OrderAsync(ExtractWorld.Of(new ExtractedPopulation(ListId: new string('f', 32))), new string('f', 32));
        await test.SettleAsync();
        Assert.Contains("finnes ikke", (await world.StateAsync(new string('e', 32))).Message, StringComparison.Ordinal);
        Assert.Contains("kan ikke åpnes", (await world.StateAsync(new string('f', 32))).Message, StringComparison.Ordinal);
        Assert.Empty(await test.ListAsync(Containers.Cohorts));
        Assert.Empty(await test.ListAsync(Containers.Extracting));
    }

    [Fact]
    public async Task Controls_are_like_their_persons_and_what_is_not_in_the_decision_is_refused()
    {
        await using var test = await TestSystem.StartAsync(ExtractWorld.Apps);
        using var world = await ExtractTests.BeginAsync(test);
        var of = ExtractWorld.OfRepeaters;
        await world.OrderAsync(of with { Population = of.Population with { Controls = new ControlMatching(1, ["kjonn"], "claims") } });
        await world.OrderAsync(of with { Datasets = [of.Datasets[0] with { To = of.Datasets[0].To.AddYears(1) }] }, new string('a', 32));
        await test.SettleAsync();

        var state = await world.StateAsync();
        Assert.Equal(ExtractStatus.Prepared, state.Status);
        var roles = ExtractWorld.Rows(await test.OpenAsync(Containers.Prepared, $"{ExtractWorld.Id}/files/utvalg.csv.sealed"));
        Assert.Equal(10, roles.Count(row => row["rolle"] == "utvalg"));
        Assert.Equal(5, roles.Count(row => row["rolle"] == "kontroll"));
        Assert.All(roles.Where(row => row["rolle"] == "kontroll"), control => Assert.Contains(roles, row => row["rolle"] == "utvalg" && row["sett_lnr"] == control["sett_lnr"]));
        Assert.Equal(15, state.Persons);
        Assert.Equal(ExtractStatus.Refused, (await world.StateAsync(new string('a', 32))).Status);
    }

    private static async Task ReportAsync(TestSystem test, int serial, int persons)
    {
        foreach (var shipment in (CareReportShipment[])[CareReportShipment.Identity, CareReportShipment.Professional])
        {
            await test.UploadAsync(ReportPairTests.Name(shipment, serial), ReportPairTests.Document(shipment, serial, persons));
        }
    }

    // When a call is about to be made, and only the first of its kind.
    internal static void Once(TestSystem test, Predicate<IoCall> at, Func<Task> what)
    {
        var done = 0;
        foreach (var scope in test.Scopes)
        {
            IoSwitch.Of(scope).OnCall = (call, phase) =>
            {
                if (phase == IoPhase.Before && call.Service == "blob" && at(call) && Interlocked.Exchange(ref done, 1) == 0)
                {
                    Task.Run(what).GetAwaiter().GetResult();
                }
            };
        }
    }

    private static async Task NothingLeftAsync(TestSystem test)
    {
        foreach (var container in (string[])[Containers.Extracting, Containers.Prepared, Containers.Deliveries, Containers.Disclosed])
        {
            Assert.Empty(await test.ListAsync(container));
        }
    }
}
