using Kpr.Core.Receipts;
using Kpr.Core.Tests.Claims;
using Kpr.Functions.Ingest;
using Kpr.Functions.Ingest.Triggers;
using Kpr.Functions.Reference;
using static Kpr.Functions.Tests.Reference.ReferenceTestSet;

namespace Kpr.Functions.Tests.Reference;

/// <summary>A file is judged by one set from beginning to end, whatever is loaded meanwhile, and on whatever host.</summary>
public sealed class ReferenceSwapTests
{
    private const string Address = $"claims/{ClaimDocuments.Sender}/";

    // The day of the test's clock is later than that of the claims: K06 may come with it.
    private static string Claims(int claims, int file = 0) => ClaimDocuments.Json([.. Enumerable.Range((file * 1_000) + 1, claims).Select(number => new TestClaim(number))]);

    [Fact]
    public async Task A_file_keeps_the_set_that_it_began_with_through_a_swap_and_a_new_process()
    {
        var chunked = TestSystem.With(("Kpr:Ingest:ChunkRecords", "2"));
        await using var test = await TestSystem.StartAsync(options => TestSystem.Only(type => type != typeof(ValidateClaims))(chunked(options)));
        await UploadAsync(test, "uten", "2021-01-01", Tariffs("annet"));
        var old = (await test.Get<LoadReference>().RunAsync(again: true, default)).Sets[0].Version;
        var file = await test.UploadAsync($"{Address}a.json", Claims(5));
        await test.SettleAsync();
        Assert.Equal((FileState.Validating, old), ((await test.RowAsync(file)).State, (await test.RowAsync(file)).ReferenceData));

        await UploadAsync(test, "med", "2021-01-01", Tariffs("2ad"));
        await test.Get<LoadReference>().RunAsync(again: true, default);
        await test.RestartAsync(chunked);
        await test.UploadAsync($"{Address}b.json", Claims(5, 1));
        await test.SettleAsync();

        var (first, second) = (await test.ReceiptAsync($"{Address}a.json"), await test.ReceiptAsync($"{Address}b.json"));
        Assert.Equal(("uten", old, 5L), (first.ReferenceData!.Label, first.ReferenceData.Version, first.Rules["K14"]));
        Assert.Equal("med", second.ReferenceData!.Label);
        Assert.DoesNotContain("K14", second.Rules.Keys);
        Assert.Equal(["icpc-2", "icd-10"], second.ReferenceData.Missing);
    }

    [Fact]
    public async Task Sets_that_change_while_files_are_judged_never_mix_in_one()
    {
        await using var test = await TestSystem.StartAsync(TestSystem.With(("Kpr:Ingest:ChunkRecords", "1")));
        const int files = 8;
        for (var number = 0; number < files; number++)
        {
            await UploadAsync(test, number % 2 == 0 ? "uten" : "med", "2021-01-01", Tariffs(number % 2 == 0 ? "annet" : "2ad"));
            await test.Get<LoadReference>().RunAsync(again: true, default);
            await test.UploadAsync($"{Address}{number}.json", Claims(4, number));
        }

        await test.SettleAsync();
        await test.AssertTidyAsync();
        for (var number = 0; number < files; number++)
        {
            var receipt = await test.ReceiptAsync($"{Address}{number}.json");
            Assert.Equal(receipt.ReferenceData!.Label == "uten" ? 4 : 0, receipt.Rules.GetValueOrDefault("K14"));
            Assert.Equal(ReceiptStatus.Accepted, receipt.Status);
        }
    }

    [Fact]
    public async Task A_set_loaded_by_another_host_is_seen_within_a_minute()
    {
        await using var test = await TestSystem.StartAsync(TestSystem.Only(_ => false));
        await using var other = await test.StartAnotherAsync();
        var store = (ReferenceStore)other.Services.GetService(typeof(ReferenceStore))!;
        Assert.Equal("innebygd", (await store.CurrentAsync(default)).Version.Label);

        await UploadAsync(test, "ny", "2021-01-01", Tariffs("2ad"));
        await test.Get<LoadReference>().RunAsync(again: false, default);
        Assert.Equal("innebygd", (await store.CurrentAsync(default)).Version.Label);
        test.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("ny", (await store.CurrentAsync(default)).Version.Label);
    }

    [Fact]
    public async Task A_set_that_is_damaged_stops_its_files_and_not_those_of_others()
    {
        await using var test = await TestSystem.StartAsync(TestSystem.Only(_ => false));
        await UploadAsync(test, "ny", "2021-01-01", Tariffs("2ad"));
        var version = (await test.Get<LoadReference>().RunAsync(again: false, default)).Sets[0].Version;
        await Blob(test, $"sets/{version}.zip").UploadAsync(BinaryData.FromString("ikke et arkiv"), overwrite: true);

        await Assert.ThrowsAsync<InvalidDataException>(() => test.Get<ReferenceStore>().GetAsync(version, default));
        Assert.Equal("innebygd", (await test.Get<ReferenceStore>().GetAsync("", default)).Version.Label);
    }
}
