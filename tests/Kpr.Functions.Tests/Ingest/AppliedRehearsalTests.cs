using Kpr.Core.Formats;
using Kpr.Core.Receipts;
using Kpr.Core.Tests.CareEvents;
using Kpr.Core.Tests.CareReport;
using Kpr.Core.Tests.KuhrDelivery;
using Kpr.Functions.Azure;
using Kpr.Functions.Register;
using Kpr.Functions.Rehearsals;
using Kpr.Functions.Senders;
using Kpr.Functions.Tests.Crash;
using Kpr.Functions.Tests.Persons;
using Kpr.Functions.Tests.Reference;
using Kpr.LocalAzure.Faults;
using Xunit.Abstractions;

namespace Kpr.Functions.Tests.Ingest;

/// <summary>Files judged again in earnest: the register is as the rules of today would have it.</summary>
public sealed class AppliedRehearsalTests(ITestOutputHelper output)
{
    private const int Seed = 20_260_303;
    private const int Points = 12;

    private static readonly Func<Local.LocalSystemOptions, Local.LocalSystemOptions> Quiet = TestSystem.Only(_ => false);
    private static readonly Func<Local.LocalSystemOptions, Local.LocalSystemOptions> TakesMore = TestSystem.With(("Kpr:Rules:EnabledServiceTypes:0", "25"));

    [Fact]
    public async Task A_record_that_is_taken_today_comes_in_and_goes_out_again_when_it_is_not()
    {
        await using var test = await TestSystem.StartAsync();
        await TakeAsync(test, Document());
        var first = await PersonWorld.RowsAsync(test);
        Assert.Equal([1L], first.Select(row => row.Ordinal));

        await test.RestartAsync(TakesMore);
        var applied = Assert.Single(await ApplyAsync(test));
        Assert.Equal((1, 0), ((int)applied.Outcome!.NewlyTaken, (int)applied.Outcome.NewlyRejected));
        Assert.Equal([1L, 2L], (await RowsAsync(test)).Select(row => row.Ordinal));
        Assert.All(await RowsAsync(test), row => Assert.NotEmpty(row.PersonKey));
        Assert.Equal(2, (await PersonWorld.PlacesOfAsync(test, PersonWorld.Her)).Count(place => place.StartsWith("identity/", StringComparison.Ordinal)));
        Assert.DoesNotContain(await test.ListAsync(Containers.Quarantine), name => name.EndsWith(".sealed", StringComparison.Ordinal));
        var receipt = await ReceiptAsync(test, applied.Applied!);
        Assert.Equal((ReceiptStatus.Accepted, new ReceiptCounts(2, 2, 0, 0, 0), applied.Receipt), (receipt.Status, receipt.Counts, receipt.Follows));
        var listed = Assert.Single(await test.Get<SenderView>().SinceAsync("0301", 2026, default));
        Assert.Equal((applied.Applied, ReceiptStatus.Accepted, 2L), (listed.Receipt, listed.Status!.Value, listed.Figures.Single(figure => figure.Service == "alle").Count));
        Assert.False(Assert.Single(await ApplyAsync(test)).Outcome!.Changes);

        // It is remembered as if it had been taken at once: sent again, it is a repetition.
        await TakeAsync(test, new CareEventDocument { Declaration = "" }.Add().Raw(Other(CareEventDocument.Notification(2))));
        Assert.Equal(2, (await test.ReceiptAsync("care-events/0301/b.xml")).Counts.Duplicates);

        await test.RestartAsync();
        await ApplyAsync(test);
        Assert.Equal([1L], (await RowsAsync(test)).Select(row => row.Ordinal));
        Assert.Contains(await test.ListAsync(Containers.Quarantine), name => name.EndsWith("/900000.sealed", StringComparison.Ordinal));
        Assert.DoesNotContain(await test.ListAsync(Containers.Identity), name => name.EndsWith("/900000.sealed", StringComparison.Ordinal));
        Assert.Empty(await test.Get<VerifyRegister>().RunAsync(default).ToListAsync());
    }

    [Fact]
    public async Task Only_the_records_of_a_chunk_change_where_no_others_are_asked_for()
    {
        await using var test = await TestSystem.StartAsync();
        await TakeAsync(test, Document(rejected: 3));
        await test.RestartAsync(TakesMore);

        var applied = Assert.Single(await ApplyAsync(test, records: (3, 3)));

        Assert.Equal([1L, 3L], (await RowsAsync(test)).Select(row => row.Ordinal));
        var receipt = await ReceiptAsync(test, applied.Applied!);
        Assert.Equal((ReceiptStatus.PartlyAccepted, new ReceiptCounts(4, 2, 2, 0, 0), 2L), (receipt.Status, receipt.Counts, receipt.Rules["E11"]));
        Assert.Equal([2L, 4L], receipt.Findings.Select(finding => finding.Ordinal!.Value));

        await ApplyAsync(test);
        Assert.Equal([1L, 2L, 3L, 4L], (await RowsAsync(test)).Select(row => row.Ordinal));
    }

    [Fact]
    public async Task A_record_that_was_sent_anew_meanwhile_stays_out()
    {
        await using var test = await TestSystem.StartAsync();
        await TakeAsync(test, Document());
        await TakeAsync(test, new CareEventDocument { Declaration = "" }.Raw(CareEventDocument.Notification(2)), "care-events/0301/rettet.xml");
        await test.RestartAsync(TakesMore);

        Assert.Contains("sendt på nytt", (await ApplyAsync(test))[0].NotApplied, StringComparison.Ordinal);

        Assert.Equal([1L, 1L], (await RowsAsync(test)).Select(row => row.Ordinal));
        Assert.Empty(await test.Get<VerifyRegister>().RunAsync(default).ToListAsync());
    }

    [Fact]
    public async Task Nothing_of_a_deleted_person_comes_in()
    {
        await using var test = await TestSystem.StartAsync();
        await TakeAsync(test, new CareEventDocument().Add(PersonWorld.OfOther).Add(Other));
        await PersonWorld.EraseAsync(test);
        await test.RestartAsync(TestSystem.With(("Kpr:Rules:EnabledServiceTypes:0", "25"), ("Kpr:Ingest:AfterCompletion", "Archive")));

        await ApplyAsync(test);

        Assert.Equal(PersonWorld.KeyOf(PersonWorld.Other), Assert.Single(await RowsAsync(test)).PersonKey);
    }

    [Fact]
    public async Task A_monthly_delivery_is_told_by_the_tariffs_of_today()
    {
        await using var test = await TestSystem.StartAsync();
        foreach (var (name, content) in DeliveredFiles.Of(new TestDelivery(), "mai"))
        {
            await test.UploadAsync(name, content);
        }

        await test.SettleAsync();
        var rows = await PersonWorld.RowsAsync(test);
        await ReferenceTestSet.UploadAsync(test, "takster", "2021-01-01", ReferenceTestSet.Tariffs("1", "2"));
        await test.SettleAfterAsync(TimeSpan.FromMinutes(6));

        var applied = Assert.Single(await ApplyAsync(test, "kuhr-delivery", TestDelivery.Sender));

        var receipt = await ReceiptAsync(test, applied.Applied!);
        Assert.True(receipt.Rules["K14"] > 0);
        Assert.Equal(applied.Outcome!.Added["K14"], receipt.Rules["K14"]);
        Assert.Equal("takster", receipt.ReferenceData!.Label);
        Assert.Equal(rows.Select(row => (row.Ordinal, string.Join(';', row.Values))), (await RowsAsync(test)).Select(row => (row.Ordinal, string.Join(';', row.Values))));
    }

    [Fact]
    public async Task What_the_sender_must_send_again_is_not_applied_and_says_so()
    {
        await using var test = await TestSystem.StartAsync(TakesMore);
        await TakeAsync(test, new CareEventDocument().Add(Other));
        await test.UploadAsync("care-report/0301/ide.xml", CareReportDocument.Of(Core.Formats.CareReport.CareReportShipment.Identity).ToString());
        await test.UploadAsync("care-report/0301/ipl.xml", CareReportDocument.Of(Core.Formats.CareReport.CareReportShipment.Professional).ToString());
        await test.SettleAsync();
        await test.RestartAsync(TestSystem.With(("Kpr:Rules:Environment", "Production")));
        var before = await test.ImageAsync();

        Assert.All([.. await ApplyAsync(test), .. await ApplyAsync(test, "care-report")], file => Assert.True(file.Applied is null && file.NotApplied!.Length > 20));

        Assert.Empty((await test.ImageAsync()).DifferencesFrom(before));
    }

    [Fact]
    public async Task Broken_off_at_any_call_and_begun_again_it_ends_in_the_same_register()
    {
        Crash.SystemImage undisturbed;
        long calls;
        await using (var test = await BeginAsync())
        {
            var before = IoSwitch.Of(test.Scopes[0]).Count;
            await ApplyAsync(test);
            calls = IoSwitch.Of(test.Scopes[0]).Count - before;
            undisturbed = await test.ImageAsync();
        }

        output.WriteLine($"{calls} calls, seed {Seed}");
        var failures = new List<string>();
        foreach (var point in StopPoint.SampleOf(calls, Points, Seed))
        {
            await using var test = await BeginAsync();
            var io = IoSwitch.Of(test.Scopes[0]);
            io.StopAt(io.Count + point.Call, point.Phase);
            await Assert.ThrowsAnyAsync<Exception>(() => ApplyAsync(test));
            IoSwitch.Forget(test.Scopes);
            await test.RestartAsync(options => Quiet(TakesMore(options)));
            await ApplyAsync(test);
            failures.AddRange((await test.ImageAsync()).DifferencesFrom(undisturbed).Select(text => $"{point}: {text}"));
        }

        Assert.Empty(failures);
    }

    private static async Task<TestSystem> BeginAsync()
    {
        var test = await TestSystem.StartAsync();
        await TakeAsync(test, Document());
        await test.RestartAsync(options => Quiet(TakesMore(options)));
        return test;
    }

    // The first is taken; the others are of a type of service that is not taken by default.
    private static CareEventDocument Document(int rejected = 1)
    {
        var document = new CareEventDocument().Add();
        for (var i = 0; i < rejected; i++)
        {
            document.Add(Other);
        }

        return document;
    }

    private static string Other(string notification) => notification.Replace("tjenesteType=\"21\"", "tjenesteType=\"25\"", StringComparison.Ordinal);

    private static async Task TakeAsync(TestSystem test, CareEventDocument document, string name = "care-events/0301/a.xml")
    {
        await test.UploadAsync(name == "care-events/0301/a.xml" && document.Declaration.Length == 0 ? "care-events/0301/b.xml" : name, document.ToString());
        await test.SettleAsync();
    }

    private static async Task<IReadOnlyList<RehearsedFile>> ApplyAsync(
        TestSystem test, string feed = "care-events", string sender = "0301", (long First, long Last)? records = null) =>
        await test.Get<RehearseFiles>().RunAsync(
            Feeds.Find(feed)!, sender, (DateOnly.MinValue, DateOnly.MaxValue), records ?? (0, long.MaxValue), applied: true, default).ToListAsync();

    private static async Task<Receipt> ReceiptAsync(TestSystem test, string address) => await test.Get<ReceiptStore>().GetAsync(address, default);

    // What was written anew lies beside what was there before.
    private static async Task<IReadOnlyList<Core.Register.SegmentRow>> RowsAsync(TestSystem test)
    {
        var rows = new List<Core.Register.SegmentRow>();
        foreach (var manifest in await PersonWorld.ManifestsAsync(test))
        {
            foreach (var segment in manifest.Segments)
            {
                var bytes = await test.ReadAsync(Containers.Register, $"{manifest.Partition}/{segment.Name}");
                Assert.Equal(segment.Sha256, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
                rows.AddRange(Core.Register.SegmentRows.Find(new MemoryStream(bytes), (_, _) => true));
            }
        }

        return rows;
    }
}
