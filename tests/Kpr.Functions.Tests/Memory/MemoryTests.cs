using Kpr.Core.Memory;
using Kpr.Core.Receipts;
using Kpr.Core.Rules;
using Kpr.Core.Tests.CareEvents;
using Kpr.Core.Tests.Claims;
using Kpr.Core.Tests.Xpr;
using Kpr.Functions.Azure;
using Kpr.Functions.Ingest;
using Kpr.Functions.Register.Memory;

namespace Kpr.Functions.Tests.Memory;

/// <summary>What the register remembers of one file when the next comes.</summary>
public sealed class MemoryTests
{
    private const string Scope = "care-events/0301";

    [Fact]
    public async Task Records_of_an_earlier_file_are_counted_as_duplicates_and_stored_once()
    {
        await using var test = await TestSystem.StartAsync();
        await TakeAsync(test, "a", Of(1), Of(2), Of(3));
        var second = await TakeAsync(test, "b", Of(2), Of(3), Of(4));

        Assert.Equal(new ReceiptCounts(3, 1, 0, 2, 0), second.Counts);
        Assert.Empty(second.Findings);
        await test.AssertTidyAsync();
    }

    [Fact]
    public async Task A_correction_finds_its_original_in_an_earlier_file_and_waits_for_it_in_a_later_one()
    {
        await using var test = await TestSystem.StartAsync();
        var early = await TakeAsync(test, "a", Correction(2, 1));
        Assert.Equal(("E05", Severity.Warning), (Assert.Single(early.Findings).Rule, early.Findings[0].Severity));
        Assert.Equal(1, early.Counts.Accepted);

        await TakeAsync(test, "b", Of(1));
        var late = await TakeAsync(test, "c", Correction(3, 1));
        Assert.DoesNotContain("E05", late.Rules.Keys);
    }

    [Fact]
    public async Task Municipalities_share_nothing_and_claims_are_one_for_the_nation()
    {
        await using var test = await TestSystem.StartAsync();
        await TakeAsync(test, "a", Of(1));
        await test.UploadAsync("care-events/4601/a.xml", new CareEventDocument { Municipality = "<Kommune kommuneNr=\"4601\"/>" }.Add().ToString());
        await test.UploadAsync($"claims/{ClaimDocuments.Sender}/a.json", ClaimDocuments.Json(new TestClaim(1)));
        await test.SettleAsync();
        await test.UploadAsync($"claims/{ClaimDocuments.Sender}/b.json", ClaimDocuments.Json(new TestClaim(1), new TestClaim(2)));
        await test.SettleAsync();

        Assert.Equal(0, (await test.ReceiptAsync("care-events/4601/a.xml")).Counts.Duplicates);
        Assert.Equal(1, (await test.ReceiptAsync($"claims/{ClaimDocuments.Sender}/b.json")).Counts.Duplicates);
        Assert.Equal(
            ["care-events/0301", "care-events/4601", "claims"],
            (await test.ListAsync(Containers.Memory)).Where(name => name.EndsWith("manifest.json", StringComparison.Ordinal)).Select(name => name[..name.LastIndexOf('/')]));
    }

    [Fact]
    public async Task Merging_leaves_one_run_and_the_same_answers_and_old_runs_go_after_a_week()
    {
        // Without the timer, which would merge beside the test when the clock is moved.
        await using var test = await TestSystem.StartAsync(TestSystem.Only(functions => functions != typeof(MergeMemoryTrigger)));
        for (var file = 1; file <= 4; file++)
        {
            await TakeAsync(test, $"{file}", Of(file));
        }

        Assert.Equal(1, await test.Get<MergeMemory>().RunAsync(default));
        Assert.Equal(0, await test.Get<MergeMemory>().RunAsync(default));
        var (manifest, _) = await test.Get<MemoryStore>().ReadAsync(Scope, default);
        Assert.Equal(4 * 3, Assert.Single(manifest.Entries).Facts);
        Assert.Equal(5, (await RunsAsync(test)).Count);

        var again = await TakeAsync(test, "again", Of(1), Of(2), Of(3), Of(4), Of(5));
        Assert.Equal(new ReceiptCounts(5, 1, 0, 4, 0), again.Counts);

        test.Clock.Advance(ScopeManifest.Grace + TimeSpan.FromHours(1));
        await test.Get<MergeMemory>().RunAsync(default);
        (manifest, _) = await test.Get<MemoryStore>().ReadAsync(Scope, default);
        Assert.Equal(manifest.Entries.Select(entry => entry.Run!).Order(StringComparer.Ordinal), await RunsAsync(test));
        Assert.Equal(4, (await TakeAsync(test, "and-again", Of(1), Of(2), Of(3), Of(4), Of(6))).Counts.Duplicates);
    }

    [Fact]
    public async Task Deleted_records_are_forgotten_and_may_be_sent_again()
    {
        await using var test = await TestSystem.StartAsync();
        await TakeAsync(test, "a", Of(1), Of(2));
        await TakeAsync(test, "b", Of(3));
        var before = await RunsAsync(test);

        Assert.Equal(2, await test.Get<ForgetRecords>().RunAsync(Scope, new HashSet<Guid> { XprDocument.Id(1) }, byId: true, default));
        Assert.Equal(0, await test.Get<ForgetRecords>().RunAsync(Scope, new HashSet<Guid> { XprDocument.Id(1) }, byId: true, default));

        Assert.Single((await RunsAsync(test)).Except(before));
        Assert.Equal(2, (await RunsAsync(test)).Count);
        Assert.Equal(new ReceiptCounts(4, 2, 0, 2, 0), (await TakeAsync(test, "c", Of(1), Of(2), Of(3), Of(4))).Counts with { Warnings = 0 });
    }

    [Fact]
    public async Task A_damaged_run_is_an_outage_and_no_file_is_answered_against_it()
    {
        await using var test = await TestSystem.StartAsync();
        await TakeAsync(test, "a", Of(1));
        var run = Assert.Single(await RunsAsync(test));
        var blob = test.System.Storage.Register.GetBlobContainerClient(Containers.Memory).GetBlobClient($"{Scope}/{run}");
        var whole = await test.ReadAsync(Containers.Memory, $"{Scope}/{run}");
        await blob.UploadAsync(BinaryData.FromBytes(whole[..^1]), overwrite: true);

        var file = await test.UploadAsync("care-events/0301/b.xml", Document(Of(1), Of(2)));
        await test.SettleAsync();
        Assert.DoesNotContain(await test.ListAsync(Containers.Receipts), name => name.StartsWith("care-events/0301/b.xml", StringComparison.Ordinal));

        await blob.UploadAsync(BinaryData.FromBytes(whole), overwrite: true);
        Assert.True(await test.Get<ReplayFile>().DriveOnAsync(await test.RowAsync(file), default));
        await test.SettleAsync();
        Assert.Equal(1, (await test.ReceiptAsync("care-events/0301/b.xml")).Counts.Duplicates);
    }

    private static async Task<Receipt> TakeAsync(TestSystem test, string name, params string[] notifications)
    {
        await test.UploadAsync($"care-events/0301/{name}.xml", Document(notifications));
        await test.SettleAsync();
        return await test.ReceiptAsync($"care-events/0301/{name}.xml");
    }

    private static string Document(params string[] notifications) =>
        notifications.Aggregate((XprDocument)new CareEventDocument(), (document, text) => document.Raw(text)).ToString();

    private static string Of(int number) => CareEventDocument.Notification(number);

    private static string Correction(int number, int about) =>
        Of(number).Replace("=\"N\"", $"=\"M\" notifikasjonRef=\"{XprDocument.Id(about)}\"", StringComparison.Ordinal)
            .Replace($"\"T{number}\"", $"\"T{about}\"", StringComparison.Ordinal).Replace($"\"B{number}\"", $"\"B{about}\"", StringComparison.Ordinal);

    private static async Task<IReadOnlyList<string>> RunsAsync(TestSystem test) =>
        [.. (await test.ListAsync(Containers.Memory, Scope)).Where(name => name.EndsWith(".run", StringComparison.Ordinal)).Select(name => name[(Scope.Length + 1)..])];
}
