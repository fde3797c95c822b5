using Kpr.Core.Receipts;
using Kpr.Core.Tests.CareEvents;
using Kpr.Functions.Azure;
using Kpr.Functions.Ingest;
using Kpr.Functions.Ingest.Triggers;
using Kpr.LocalAzure.Faults;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kpr.Functions.Tests.Ingest;

/// <summary>Files that change under the intake, and files that come again.</summary>
public sealed class ChangedFileTests
{
    private const string Address = "care-events/0301/hendelser.xml";

    private static string Clean => new CareEventDocument().Add().Add().ToString();

    [Fact]
    public async Task A_file_overwritten_while_it_is_read_is_answered_with_F01_and_its_new_version_is_taken()
    {
        await using var test = await TestSystem.StartAsync();
        var io = IoSwitch.Of(test.Scopes[0]);
        var overwritten = false;
        io.OnCall = (call, phase) =>
        {
            // After the first stretch of the content.
            if (!overwritten && phase == IoPhase.After && call.Operation == "GET" && call.Target.StartsWith("incoming/", StringComparison.Ordinal))
            {
                overwritten = true;
                test.UploadAsync(Address, new CareEventDocument().Add().Add().Add().ToString()).GetAwaiter().GetResult();
            }
        };
        var big = new CareEventDocument();
        for (var i = 0; i < 8_000; i++)
        {
            big.Add();
        }

        var first = await test.UploadAsync(Address, big.ToString());
        await test.SettleAsync();

        Assert.True(overwritten);
        await test.AssertTidyAsync();
        var receipts = await ReceiptsAsync(test);
        Assert.Equal(2, receipts.Count);
        Assert.Contains(receipts, receipt => receipt.Status == ReceiptStatus.Accepted && receipt.Counts.Read == 3);
        var late = Assert.Single(receipts, receipt => receipt.Status == ReceiptStatus.Rejected);
        Assert.Equal(("F01", null), (Assert.Single(late.Findings).Rule, late.File.Sha256));
        Assert.Equal(FileState.Completed, (await test.RowAsync(first)).State);
    }

    [Fact]
    public async Task A_file_deleted_before_it_is_read_is_answered_with_F01()
    {
        await using var test = await TestSystem.StartAsync(TestSystem.Only(type => type != typeof(BlobArrived) && type != typeof(FileArrived)));
        var file = await test.UploadAsync(Address, Clean);
        var blob = test.System.Storage.Landing.GetBlobContainerClient(Containers.Incoming).GetBlobClient(Address);
        await blob.DeleteAsync();
        await new BlobArrived(test.Get<ReceiveFile>(), NullLogger<BlobArrived>.Instance).Run(blob, default);
        Assert.Null(await test.Get<IngestLedger>().FindAsync(file.Key, default));

        await test.Get<ReceiveFile>().RunAsync(file, default);
        await test.SettleAsync();

        var receipt = await test.ReceiptAsync(Address);
        Assert.Equal("Filen ble overskrevet eller slettet før den var lest. En ny versjon behandles for seg.", Assert.Single(receipt.Findings).Message);
        Assert.Equal(FileState.Completed, (await test.RowAsync(file)).State);
    }

    [Fact]
    public async Task A_file_whose_reading_is_stored_is_taken_whatever_becomes_of_the_blob()
    {
        await using var test = await TestSystem.StartAsync(TestSystem.Only(_ => false));
        var first = await test.UploadAsync(Address, Clean);
        var row = (await test.Get<FileLease>().TakeAsync(first, default))!;
        await test.Get<CutFile>().RunAsync(row, first.TryAddress(out _)!, default);
        await test.UploadAsync(Address, Clean);
        test.Clock.Advance(TimeSpan.FromMinutes(20));
        await test.RestartAsync();
        await test.SettleAsync();
        await test.SettleAfterAsync(TimeSpan.FromMinutes(20));

        await test.AssertTidyAsync();
        Assert.Equal(ReceiptStatus.Accepted, (await test.ReceiptAsync("")).Status);
        Assert.Single(await test.ListAsync(Containers.Register, "care-events/2026/0301/"), name => name.EndsWith(".segment", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_bytes_again_are_answered_with_the_first_receipt_unchanged()
    {
        await using var test = await TestSystem.StartAsync();
        await test.UploadAsync(Address, Clean);
        await test.SettleAsync();
        var name = Assert.Single(await test.ListAsync(Containers.Receipts), name => name.EndsWith(".json", StringComparison.Ordinal));
        var first = await test.ReadAsync(Containers.Receipts, name);

        test.Clock.Advance(TimeSpan.FromDays(1));
        await test.UploadAsync(Address, Clean);
        await test.UploadAsync("care-events/0301/annet navn.xml", Clean);
        await test.SettleAsync();

        await test.AssertTidyAsync();
        var all = (await test.ListAsync(Containers.Receipts)).Where(other => other.EndsWith(".json", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, all.Count);
        Assert.All(all, other => Assert.Equal(first, test.ReadAsync(Containers.Receipts, other).Result));
        Assert.Single(await test.ListAsync(Containers.Register, "care-events/2026/0301/"), other => other.EndsWith(".segment", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_id_with_other_content_is_refused_and_sent_again_gets_its_own_receipt()
    {
        await using var test = await TestSystem.StartAsync();
        await test.UploadAsync(Address, WithId(1));
        await test.SettleAsync();
        await test.UploadAsync("care-events/0301/andre.xml", WithId(2));
        await test.SettleAsync();
        var refused = await test.ReceiptAsync("care-events/0301/andre.xml");
        test.Clock.Advance(TimeSpan.FromHours(1));
        await test.UploadAsync("care-events/0301/andre igjen.xml", WithId(2));
        await test.SettleAsync();

        await test.AssertTidyAsync();
        Assert.Equal(ReceiptStatus.Accepted, (await test.ReceiptAsync(Address)).Status);
        Assert.Equal((ReceiptStatus.Rejected, "F08", 2L), (refused.Status, Assert.Single(refused.Rules).Key, refused.Counts.Rejected));
        Assert.Equivalent(refused, await test.ReceiptAsync("care-events/0301/andre_igjen.xml"));
    }

    [Fact]
    public async Task Message_ids_that_hold_a_number_are_told_apart_and_kept_by_a_keyed_hash_only()
    {
        await using var test = await TestSystem.StartAsync();
        var ids = new[] { ($"{CareEventDocument.Person}-1", 1), ($"{CareEventDocument.Person}-2", 2), ($"{CareEventDocument.Person}-1", 3) };
        foreach (var (id, records) in ids)
        {
            await test.UploadAsync($"care-events/0301/{records}.xml", WithId(records, id));
            await test.SettleAsync();
        }

        Assert.Equal(ReceiptStatus.Accepted, (await test.ReceiptAsync("care-events/0301/1.xml")).Status);
        Assert.Equal(ReceiptStatus.Accepted, (await test.ReceiptAsync("care-events/0301/2.xml")).Status);
        Assert.Equal("F08", Assert.Single((await test.ReceiptAsync("care-events/0301/3.xml")).Rules).Key);
        await foreach (var row in test.System.Storage.Ledger.GetTableClient(IngestLedger.Table).QueryAsync<global::Azure.Data.Tables.TableEntity>())
        {
            // Neither the id nor its plain hash, which whoever tries all numbers would find.
            var text = string.Join('\n', row.Select(pair => $"{pair.Key} {pair.Value}"));
            Assert.DoesNotContain(CareEventDocument.Person, text, StringComparison.Ordinal);
            Assert.DoesNotContain(IncomingFile.Hash($"care-events/0301/id/{ids[0].Item1}"), text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_repetition_waits_for_the_first_and_shares_its_receipt()
    {
        await using var test = await TestSystem.StartAsync(TestSystem.Only(type => type != typeof(ValidateMunicipal)));
        await test.UploadAsync(Address, Clean);
        await test.SettleAsync();
        await test.UploadAsync("care-events/0301/igjen.xml", Clean);
        for (var wait = 0; wait < 3; wait++)
        {
            await test.SettleAfterAsync(TimeSpan.FromMinutes(1));
        }

        Assert.InRange(test.Logs.All.Count(line => line.Text.Contains("[1009]", StringComparison.Ordinal)), 3, 10);
        await test.RestartAsync();
        await test.SettleAsync();
        await test.SettleAfterAsync(TimeSpan.FromMinutes(20));

        await test.AssertTidyAsync();
        Assert.Equivalent(await test.ReceiptAsync(Address), await test.ReceiptAsync("care-events/0301/igjen.xml"));
    }

    private static string WithId(int records, string id = "melding-1")
    {
        var document = new CareEventDocument();
        document.Root = document.Root.Replace("versjon=", $"lokalident=\"{id}\" versjon=", StringComparison.Ordinal);
        return Enumerable.Range(0, records).Aggregate(document, (all, _) => all.Add()).ToString();
    }

    private static async Task<List<Receipt>> ReceiptsAsync(TestSystem test)
    {
        var receipts = new List<Receipt>();
        foreach (var name in (await test.ListAsync(Containers.Receipts)).Where(name => name.EndsWith(".json", StringComparison.Ordinal)))
        {
            receipts.Add(await test.ReceiptAsync(name));
        }

        return receipts;
    }
}
