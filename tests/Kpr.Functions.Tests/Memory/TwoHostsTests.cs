using Kpr.Core.Tests.CareEvents;
using Kpr.Functions.Ingest;
using Kpr.Functions.Register.Memory;
using Kpr.LocalAzure.Faults;
using Microsoft.Extensions.DependencyInjection;

namespace Kpr.Functions.Tests.Memory;

/// <summary>Files of one municipality that are completed at once, by several: each sees the other, in one order or the other.</summary>
public sealed class TwoHostsTests
{
    private const int Files = 4;
    private const int Records = 3;

    [Fact]
    public async Task Of_files_with_the_same_records_completed_at_once_just_one_stores_them()
    {
        await using var test = await TestSystem.StartAsync(TestSystem.Only(_ => false));
        await using var other = await test.StartAnotherAsync();
        CompleteFile[] hosts = [test.Get<CompleteFile>(), other.Services.GetRequiredService<CompleteFile>()];
        var files = new List<IncomingFile>();
        for (var number = 0; number < Files; number++)
        {
            files.Add(await JudgedChunksAsync(test, number));
        }

        // Each file by both hosts, all at the same time.
        await Task.WhenAll(files.SelectMany((file, i) => hosts.Select(host => Task.Run(() => host.RunAsync(new CompleteMessage(file.Key), default)))));

        var receipts = await Task.WhenAll(Enumerable.Range(0, Files).Select(number => test.ReceiptAsync($"care-events/0301/{number}.xml")));
        Assert.Equal(Records, receipts.Sum(receipt => receipt.Counts.Accepted));
        Assert.Equal(Records * (Files - 1), receipts.Sum(receipt => receipt.Counts.Duplicates));
        var (manifest, _) = await test.Get<MemoryStore>().ReadAsync("care-events/0301", default);
        Assert.Equal(files.Select(file => file.Key).Order(StringComparer.Ordinal), manifest.Entries.Select(entry => entry.File!).Order(StringComparer.Ordinal));
        Assert.Single(manifest.Entries, entry => entry.Run is not null);
    }

    [Fact]
    public async Task A_file_that_another_overtakes_before_it_takes_its_place_is_judged_again()
    {
        await using var test = await TestSystem.StartAsync(TestSystem.Only(_ => false));
        var slow = await JudgedChunksAsync(test, 0);
        var fast = await JudgedChunksAsync(test, 1);
        var complete = test.Get<CompleteFile>();
        var overtaken = false;
        var io = IoSwitch.Of(test.Scopes[0]);
        io.OnCall = (call, phase) =>
        {
            if (!overtaken && phase == IoPhase.Before && call.Operation == "PUT" && call.Target.EndsWith("memory/care-events/0301/manifest.json", StringComparison.Ordinal))
            {
                overtaken = true;
                complete.RunAsync(new CompleteMessage(fast.Key), default).GetAwaiter().GetResult();
            }
        };
        await complete.RunAsync(new CompleteMessage(slow.Key), default);
        io.OnCall = null;

        Assert.True(overtaken);
        Assert.Equal(Records, (await test.ReceiptAsync("care-events/0301/1.xml")).Counts.Accepted);
        Assert.Equal(Records, (await test.ReceiptAsync("care-events/0301/0.xml")).Counts.Duplicates);
        Assert.Contains(test.Logs.All, line => line.Text.Contains("judged again, since 1 others", StringComparison.Ordinal));
    }

    // The same records in files of their own.
    private static async Task<IncomingFile> JudgedChunksAsync(TestSystem test, int number)
    {
        var document = new CareEventDocument { Contacts = $"{new CareEventDocument().Contacts}<!-- {number} -->" };
        for (var record = 1; record <= Records; record++)
        {
            document.Add();
        }

        var file = await test.UploadAsync($"care-events/0301/{number}.xml", document.ToString());
        await test.Get<ReceiveFile>().RunAsync(file, default);
        var reading = await test.Get<WorkArea>().ReadAsync(WorkArea.Reading(file.Key), IngestJson.Default.FileReading, default);
        foreach (var chunk in reading.Chunks)
        {
            await test.Get<ValidateChunk>().RunAsync(new ChunkMessage(file.Key, chunk), default);
        }

        return file;
    }
}
