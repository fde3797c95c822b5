using System.Text.Json;
using Kpr.Core.Receipts;
using Kpr.Core.Register;
using Kpr.Core.Rules;
using Kpr.Core.Tests.KuhrDelivery;
using Kpr.Functions.Azure;
using Kpr.Functions.Tests.Crash;
using Kpr.LocalAzure.Azurite;
using Xunit.Abstractions;

namespace Kpr.Functions.Tests.Ingest;

/// <summary>Deliveries of several files: complete in any order, held while they are not, taking the place of others.</summary>
public sealed class MonthlyDeliveryTests(ITestOutputHelper output)
{
    private const int Seed = 20_250_603;
    private const string Receipts = "kuhr-delivery/889640782/manifest.json/";

    private static readonly (string, string) SmallChunks = ("Kpr:Ingest:ChunkRecords", "2");

    [Theory]
    [InlineData("0 1 2 3 4")]
    [InlineData("4 3 2 1 0")]
    [InlineData("2 0 4 1 3")]
    public async Task The_files_may_come_in_any_order(string order)
    {
        await using var test = await TestSystem.StartAsync(TestSystem.With(SmallChunks));
        var files = DeliveredFiles.Of(DeliveredFiles.Make(1), "mai");
        foreach (var place in order.Split(' ').Select(int.Parse))
        {
            Assert.Empty(await test.ListAsync(Containers.Receipts));
            await test.UploadAsync(files[place].Name, files[place].Content);
            await test.SettleAsync();
        }

        await test.AssertTidyAsync();
        var receipt = await test.ReceiptAsync(Receipts);
        Assert.Equal((ReceiptStatus.Accepted, new ReceiptCounts(3, 3, 0, 0, 0)), (receipt.Status, receipt.Counts));
        Assert.Equal(3, Assert.Single(await ManifestsAsync(test)).Rows);
        Assert.Contains("claims/2025/05/fastlege/manifest.json", await test.ListAsync(Containers.Register));
        Assert.Equal(5, (await test.ListAsync(Containers.Archive)).Count);
        Assert.Equal(2, (await test.ListAsync(Containers.Identity)).Count);
    }

    [Fact]
    public async Task What_is_not_complete_is_held_and_after_a_week_answered_as_it_is()
    {
        await using var test = await TestSystem.StartAsync();
        var files = DeliveredFiles.Of(DeliveredFiles.Make(1), "mai");
        foreach (var (name, content) in files.Where(file => !file.Name.EndsWith("takst.csv", StringComparison.Ordinal)))
        {
            await test.UploadAsync(name, content);
        }

        await test.UploadAsync($"kuhr-delivery/{TestDelivery.Sender}/juni/person.csv", files[2].Content);
        await test.SettleAsync();
        await test.SettleAfterAsync(TimeSpan.FromDays(1));
        Assert.Empty(await test.ListAsync(Containers.Receipts));
        Assert.Equal(5, (await test.ListAsync(Containers.Incoming)).Count);

        await test.SettleAfterAsync(TimeSpan.FromDays(7));
        await test.SettleAfterAsync(TimeSpan.FromMinutes(30));
        await test.AssertTidyAsync();
        var missing = Assert.Single((await test.ReceiptAsync(Receipts)).Findings);
        Assert.Equal(("K01", Severity.RejectFile, "takst.csv"), (missing.Rule, missing.Severity, missing.Field));
        Assert.Equal("F01", Assert.Single((await test.ReceiptAsync("kuhr-delivery/889640782/person.csv/")).Findings).Rule);
    }

    [Fact]
    public async Task A_rejected_delivery_goes_to_quarantine_whole_and_leaves_nothing_in_the_register()
    {
        await using var test = await TestSystem.StartAsync();
        var delivery = DeliveredFiles.Make(1);
        delivery.Manifest = text => text.Replace("\"sumRefund\": 60000", "\"sumRefund\": 60001", StringComparison.Ordinal);
        var files = DeliveredFiles.Of(delivery, "mai");
        await UploadAsync(test, files);
        await test.SettleAsync();

        await test.AssertTidyAsync();
        Assert.Equal(ReceiptStatus.Rejected, (await test.ReceiptAsync(Receipts)).Status);
        Assert.Empty(await ManifestsAsync(test));
        Assert.Empty(await test.ListAsync(Containers.Identity));
        var kept = await test.ListAsync(Containers.Quarantine);
        Assert.Equal(6, kept.Count);
        var tariffs = Assert.Single(kept, name => name.EndsWith("/takst.csv.sealed", StringComparison.Ordinal));
        Assert.Equal(files[4].Content, await test.OpenAsync(Containers.Quarantine, tariffs));
    }

    [Fact]
    public async Task Rejected_claims_are_in_quarantine_with_their_rows_and_refused_ones_stand_apart()
    {
        await using var test = await TestSystem.StartAsync(TestSystem.With(SmallChunks));
        var delivery = DeliveredFiles.Make(1).Without("takst", 2).Set(3, "status", "avvist");
        await UploadAsync(test, DeliveredFiles.Of(delivery, "mai"));
        await test.SettleAsync();

        Assert.Equal(new ReceiptCounts(3, 2, 1, 0, 0), (await test.ReceiptAsync(Receipts)).Counts);
        Assert.Equal(["claims/2025/05/fastlege", "claims/avvist/2025/05/fastlege"], (await ManifestsAsync(test)).Select(manifest => manifest.Partition).Order());
        var rows = await test.OpenAsync(Containers.Quarantine, Assert.Single(await test.ListAsync(Containers.Quarantine), name => name.EndsWith("000000.sealed", StringComparison.Ordinal)));
        var line = JsonDocument.Parse(rows.AsMemory(0, Array.IndexOf(rows, (byte)'\n'))).RootElement;
        var original = System.Text.Encoding.UTF8.GetString(line.GetProperty("content").GetBytesFromBase64()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal([$"R;3;{delivery.Rows("regning")[2]}", $"P;3;{delivery.Rows("person")[2]}", $"D;3;{delivery.Rows("diagnose")[2]}"], original);
    }

    [Fact]
    public async Task The_same_delivery_again_is_answered_with_the_first_receipt()
    {
        await using var test = await TestSystem.StartAsync();
        await UploadAsync(test, DeliveredFiles.Of(DeliveredFiles.Make(1), "mai"));
        await test.SettleAsync();
        var first = await test.ReceiptAsync(Receipts);
        await UploadAsync(test, DeliveredFiles.Of(DeliveredFiles.Make(1), "mai-igjen"));
        await test.SettleAsync();
        await test.SettleAfterAsync(TimeSpan.FromMinutes(1));

        await test.AssertTidyAsync();
        Assert.Equal(first.CompletedAt, (await test.ReceiptAsync(Receipts)).CompletedAt);
        Assert.Equal(3, Assert.Single(await ManifestsAsync(test)).Rows);
    }

    [Theory]
    [InlineData("1 2 3")]
    [InlineData("3 2 1")]
    [InlineData("2 1 3")]
    [InlineData("3 1 2")]
    public async Task Of_two_that_supersede_the_same_delivery_the_later_counts_whatever_came_first(string order)
    {
        await using var test = await TestSystem.StartAsync();
        foreach (var number in order.Split(' ').Select(int.Parse))
        {
            await UploadAsync(test, DeliveredFiles.Of(DeliveredFiles.Make(number, number == 1 ? null : 1), $"mai-{number}"));
            await test.SettleAsync();
        }

        var manifest = Assert.Single(await ManifestsAsync(test));
        Assert.Equal([3], Numbers(manifest.Segments));
        Assert.Equal([1, 2], Numbers(manifest.Superseded!).Order());
    }

    [Fact]
    public async Task A_delivery_takes_the_place_of_another_also_where_it_has_no_claims_itself()
    {
        await using var test = await TestSystem.StartAsync();
        await UploadAsync(test, DeliveredFiles.Of(DeliveredFiles.Make(1).Set(2, "dato", "2025-04-30"), "mai-1"));
        await test.SettleAsync();
        Assert.Equal(2, (await ManifestsAsync(test)).Count);
        await UploadAsync(test, DeliveredFiles.Of(DeliveredFiles.Make(2, supersedes: 1), "mai-2"));
        await test.SettleAsync();

        Assert.Equal(
            [("claims/2025/04/fastlege", 0L), ("claims/2025/05/fastlege", 3L)], (await ManifestsAsync(test)).Select(manifest => (manifest.Partition, manifest.Rows)).Order());
    }

    [Fact]
    public async Task A_run_broken_off_at_any_call_ends_in_the_same_register()
    {
        (string Name, byte[] Content)[] files = [.. DeliveredFiles.Of(DeliveredFiles.Make(1), "a"), .. DeliveredFiles.Of(DeliveredFiles.Make(2, supersedes: 1).Without("takst", 2), "b")];
        var matrix = await CrashMatrix.BeginAsync(SharedAzurite.NextAccountAsync, files);
        output.WriteLine($"{matrix.Calls} calls, seed {Seed}");
        Assert.DoesNotContain(matrix.Undisturbed.Names, name => name.StartsWith("open ", StringComparison.Ordinal));
        Assert.Contains(matrix.Undisturbed.Names, name => name.Contains("claims/2025/05/fastlege/manifest.json", StringComparison.Ordinal));

        var failures = new List<string>();
        foreach (var point in StopPoint.SampleOf(matrix.Calls, 10, Seed))
        {
            failures.AddRange((await matrix.TryAsync(point)).Select(difference => $"{point}: {difference}"));
        }

        Assert.Empty(failures);
    }

    private static async Task UploadAsync(TestSystem test, IEnumerable<(string Name, byte[] Content)> files)
    {
        foreach (var (name, content) in files)
        {
            await test.UploadAsync(name, content);
        }
    }

    private static IEnumerable<int> Numbers(IEnumerable<Segment> segments) => segments.Select(segment => segment.Edition!.Value.ToByteArray()[15] & 0xF);

    private static async Task<IReadOnlyList<PartitionManifest>> ManifestsAsync(TestSystem test)
    {
        var manifests = new List<PartitionManifest>();
        foreach (var name in (await test.ListAsync(Containers.Register)).Where(name => name.EndsWith("/manifest.json", StringComparison.Ordinal)))
        {
            manifests.Add(JsonSerializer.Deserialize(await test.ReadAsync(Containers.Register, name), RegisterJson.Indented.PartitionManifest)!);
        }

        return manifests;
    }
}
