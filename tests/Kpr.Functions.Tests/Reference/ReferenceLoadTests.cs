using System.Net;
using System.Text.Json;
using Kpr.Core.Catalogue;
using Kpr.Core.Catalogue.Loading;
using Kpr.Core.Receipts;
using Kpr.Core.Tests.CareEvents;
using Kpr.Functions.Azure;
using Kpr.Functions.Reference;
using Kpr.LocalAzure.Faults;
using static Kpr.Functions.Tests.Reference.ReferenceTestSet;

namespace Kpr.Functions.Tests.Reference;

public sealed class ReferenceLoadTests
{
    private static readonly (string Name, string Text) Bergen = ("senders.csv", "sender\n4601\n");

    [Fact]
    public async Task Without_a_set_files_are_judged_by_that_of_the_program_which_is_kept()
    {
        await using var test = await TestSystem.StartAsync();
        var file = await test.UploadAsync("care-events/0301/a.xml", new CareEventDocument().Add().ToString());
        await test.SettleAsync();
        var version = ReferenceData.Default.Version.Id;

        Assert.Equal(version, (await test.RowAsync(file)).ReferenceData);
        Assert.Equal((version, "innebygd"), Named(await test.ReceiptAsync("")));
        using var kept = new MemoryStream(await test.ReadAsync(Containers.Reference, $"sets/{version}.zip"));
        Assert.Equal(ReferenceData.Default.Version, ReferenceArchive.Read(kept).Set!.Version);
        var status = await StatusAsync(test);
        Assert.Equal((version, "icpc-2 icd-10 tariffs"), (status.InUse.Version, string.Join(' ', status.InUse.Missing)));
        Assert.Null(status.InUse.LoadedAt);
        Assert.Null(status.LastRefusal);
    }

    [Fact]
    public async Task A_new_manifest_is_found_by_the_clock_and_files_received_then_are_judged_by_the_set()
    {
        await using var test = await TestSystem.StartAsync();
        await UploadAsync(test, "bare Bergen", "2021-01-01", Bergen);
        await test.SettleAfterAsync(TimeSpan.FromMinutes(6));
        await test.UploadAsync("care-events/0301/a.xml", new CareEventDocument().Add().ToString());
        await test.SettleAsync();

        var receipt = await test.ReceiptAsync("");
        Assert.Equal((ReceiptStatus.Rejected, "F07"), (receipt.Status, Assert.Single(receipt.Rules).Key));
        Assert.Equal("bare Bergen", receipt.ReferenceData!.Label);
        Assert.Equal(receipt.ReferenceData.Version, (await StatusAsync(test)).InUse.Version);
        Assert.Contains(test.Logs.All, line => line.Text.Contains("[1101]", StringComparison.Ordinal));
        using var http = new HttpClient { BaseAddress = test.System.Host.Address };
        using var archive = await http.GetStreamAsync(new Uri($"api/reference/{receipt.ReferenceData.Version}", UriKind.Relative));
        using var whole = new MemoryStream();
        await archive.CopyToAsync(whole);
        Assert.True(ReferenceArchive.Read(whole).Set!.Senders!.Contains("4601", new DateOnly(2026, 1, 1)));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri("api/reference/0123456789abcdef", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri("api/reference/senders.csv", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task A_set_that_does_not_hold_is_refused_whole_and_the_last_good_one_stays()
    {
        await using var test = await TestSystem.StartAsync();
        await UploadAsync(test, "god", "2021-01-01", Bergen);
        await test.SettleAfterAsync(TimeSpan.FromMinutes(6));
        await UploadAsync(test, "dårlig", "2021-01-01", ("senders.csv", "sender\n46\n0301\n"), Tariffs("2ad", "2ad"));
        await test.SettleAfterAsync(TimeSpan.FromMinutes(6));

        var status = await StatusAsync(test);
        Assert.Equal("god", status.InUse.Label);
        Assert.Equal(
            ["senders.csv, linje 2, sender", "takster.csv, linje 3, takstkode"],
            status.LastRefusal!.First.Select(fault => fault.ToString().Split(':')[0]));
        Assert.Equal(2, status.LastRefusal.Faults);
        Assert.Single(test.Logs.All, line => line.Text.Contains("[1103]", StringComparison.Ordinal));
        Assert.Equal("god", (await test.Get<ReferenceStore>().CurrentAsync(default)).Version.Label);

        // The tables were put right, the manifest is as it was: the clock looks no more, but whoever asks is heard.
        await Blob(test, "senders.csv").UploadAsync(BinaryData.FromString("sender\n4601\n0301\n"), overwrite: true);
        await test.SettleAfterAsync(TimeSpan.FromMinutes(6));
        Assert.Single(test.Logs.All, line => line.Text.Contains("[1103]", StringComparison.Ordinal));
        Assert.Equal("senders.csv: Filen har en annen SHA-256 enn i manifestet.", (await ReloadAsync(test)).LastRefusal!.First[0].ToString());
        await UploadAsync(test, "bedre", "2021-01-01", ("senders.csv", "sender\n4601\n0301\n"));
        Assert.Equal("bedre", (await ReloadAsync(test)).InUse.Label);
        Assert.Equal("bedre", (await StatusAsync(test)).InUse.Label);
    }

    [Fact]
    public async Task A_set_of_a_later_day_waits_for_it_and_a_set_of_an_earlier_day_replaces_what_follows()
    {
        await using var test = await TestSystem.StartAsync();
        var today = NorwegianTime.DateAt(test.Clock.GetUtcNow());
        await UploadAsync(test, "nå", "2021-01-01", Bergen);
        await ReloadAsync(test);
        await UploadAsync(test, "senere", $"{today.AddDays(2):yyyy-MM-dd}", Bergen);
        var waiting = await ReloadAsync(test);
        Assert.Equal(("nå", "senere"), (waiting.InUse.Label, Assert.Single(waiting.Planned).Label));

        test.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal("senere", (await test.Get<ReferenceStore>().CurrentAsync(default)).Version.Label);
        await UploadAsync(test, "rettet", "2021-01-01", ("senders.csv", "sender\n0301\n"));
        var replaced = await ReloadAsync(test);
        Assert.Equal("rettet", replaced.InUse.Label);
        Assert.Empty(replaced.Planned);
    }

    [Fact]
    public async Task A_load_that_breaks_off_leaves_the_state_as_it_was_and_is_made_up_for()
    {
        await using var test = await TestSystem.StartAsync(TestSystem.Only(_ => false));
        await UploadAsync(test, "ny", "2021-01-01", Bergen);
        var io = IoSwitch.Of(test.Scopes[0]);
        io.OnCall = (call, phase) =>
        {
            if (phase == IoPhase.Before && call.Operation == "PUT" && call.Target.EndsWith("/state.json", StringComparison.Ordinal))
            {
                throw new InvalidOperationException("The loader died.");
            }
        };
        await Assert.ThrowsAsync<InvalidOperationException>(() => test.Get<LoadReference>().RunAsync(again: false, default));
        io.OnCall = null;
        Assert.Same(ReferenceData.Default, await test.Get<ReferenceStore>().CurrentAsync(default));

        await test.Get<LoadReference>().RunAsync(again: false, default);
        Assert.Equal("ny", (await test.Get<ReferenceStore>().CurrentAsync(default)).Version.Label);
    }

    [Fact]
    public async Task Two_hosts_that_load_at_once_take_the_set_once()
    {
        await using var test = await TestSystem.StartAsync(TestSystem.Only(_ => false));
        await using var other = await test.StartAnotherAsync();
        await UploadAsync(test, "ny", "2021-01-01", Bergen);
        var loads = new[] { test.System, other }.Select(system =>
            Task.Run(() => ((LoadReference)system.Services.GetService(typeof(LoadReference))!).RunAsync(again: false, default)));

        Assert.All(await Task.WhenAll(loads), state => Assert.Equal("ny", Assert.Single(state.Sets).Label));
    }

    private static (string, string) Named(Receipt receipt) => (receipt.ReferenceData!.Version, receipt.ReferenceData.Label);

    private static async Task<ReferenceStatus.Answer> StatusAsync(TestSystem test)
    {
        using var http = new HttpClient { BaseAddress = test.System.Host.Address };
        return Read(await http.GetByteArrayAsync(new Uri("api/reference", UriKind.Relative)));
    }

    private static async Task<ReferenceStatus.Answer> ReloadAsync(TestSystem test)
    {
        using var http = new HttpClient { BaseAddress = test.System.Host.Address };
        using var answer = await http.PostAsync(new Uri("api/reference", UriKind.Relative), content: null);
        answer.EnsureSuccessStatusCode();
        return Read(await answer.Content.ReadAsByteArrayAsync());
    }

    private static ReferenceStatus.Answer Read(byte[] json) => JsonSerializer.Deserialize(json, ReferenceJson.Default.Answer)!;
}
