using System.Net;
using System.Text.Json;
using Kpr.Core.Receipts;
using Kpr.Core.Tests.CareEvents;
using Kpr.Functions.Azure;
using Kpr.Functions.Ingest;

namespace Kpr.Functions.Tests.Ingest;

/// <summary>F25 in the system: a file of which too much is rejected waits for somebody, and nothing of it is stored meanwhile.</summary>
public sealed class ReviewTests
{
    private const string Address = "care-events/0301/hendelser.xml";

    [Fact]
    public async Task A_held_file_stores_nothing_until_it_is_released()
    {
        await using var test = await StartAsync();
        var file = await test.UploadAsync(Address, Faulty());
        await test.SettleAsync();
        await test.SettleAfterAsync(TimeSpan.FromHours(3));

        Assert.Equal((FileState.AwaitsReview, 0), ((await test.RowAsync(file)).State, (await test.RowAsync(file)).Sweeps));
        var held = Assert.Single(await ReceiptsAsync(test));
        Assert.Equal((ReceiptStatus.Held, 3), (held.Status, held.Counts.Accepted));
        await AssertNothingStoredAsync(test);

        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(test, file, "release"));
        await test.SettleAsync();

        await test.AssertTidyAsync();
        var released = Assert.Single(await ReceiptsAsync(test), receipt => receipt.Status != ReceiptStatus.Held);
        Assert.Equal((ReceiptStatus.PartlyAccepted, 3, 1), (released.Status, released.Counts.Accepted, released.Rules["F25"]));
        Assert.Contains(await test.ListAsync(Containers.Register), name => name.EndsWith(".segment", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(test, file, "release"));
        Assert.Equal(HttpStatusCode.Conflict, await PostAsync(test, file, "reject"));
    }

    [Fact]
    public async Task A_refused_file_goes_to_quarantine_and_its_records_may_come_again()
    {
        await using var test = await StartAsync();
        var file = await test.UploadAsync(Address, Faulty());
        await test.SettleAsync();
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(test, file, "reject"));
        await test.SettleAsync();

        await test.AssertTidyAsync();
        await AssertNothingStoredAsync(test);
        Assert.NotEmpty(await test.ListAsync(Containers.Quarantine));
        Assert.Contains(await ReceiptsAsync(test), receipt => receipt is { Status: ReceiptStatus.Rejected, Counts.Rejected: 4 });

        await test.UploadAsync("care-events/0301/rettet.xml", new CareEventDocument().Add().Add().Add().Add().ToString());
        await test.SettleAsync();
        Assert.Equal(ReceiptStatus.Accepted, (await test.ReceiptAsync("care-events/0301/rettet.xml/")).Status);
    }

    [Fact]
    public async Task What_came_in_between_is_known_when_the_file_is_released()
    {
        await using var test = await StartAsync();
        var file = await test.UploadAsync(Address, Faulty());
        await test.SettleAsync();
        await test.UploadAsync("care-events/0301/andre.xml", new CareEventDocument().Add().ToString());
        await test.SettleAsync();
        Assert.Equal(ReceiptStatus.Accepted, (await test.ReceiptAsync("care-events/0301/andre.xml/")).Status);

        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(test, file, "release"));
        await test.SettleAsync();

        await test.AssertTidyAsync();
        var released = Assert.Single(await ReceiptsAsync(test), receipt => receipt.Status != ReceiptStatus.Held);
        Assert.Equal((2, 1), (released.Counts.Accepted, released.Counts.Duplicates));
    }

    [Fact]
    public async Task Only_a_held_file_can_be_decided_about()
    {
        await using var test = await StartAsync();
        var file = await test.UploadAsync(Address, new CareEventDocument().Add().ToString());
        await test.SettleAsync();

        Assert.Equal(HttpStatusCode.Conflict, await PostAsync(test, file, "release"));
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(test, new IncomingFile("care-events/0301/x.xml", "0x1"), "release"));
    }

    private static Task<TestSystem> StartAsync() =>
        TestSystem.StartAsync(TestSystem.With(("Kpr:Rules:HoldFromRecords", "4"), ("Kpr:Rules:HoldAboveShare", "0.2"), ("Kpr:Ingest:ChunkRecords", "3")));

    // The last of four is of a status that is not taken.
    private static string Faulty() => new CareEventDocument().Add().Add().Add()
        .Add(text => text.Replace("statusNotifikasjon=\"N\"", "statusNotifikasjon=\"T\"", StringComparison.Ordinal)).ToString();

    private static async Task<HttpStatusCode> PostAsync(TestSystem test, IncomingFile file, string decision)
    {
        using var http = new HttpClient { BaseAddress = test.System.Host.Address };
        return (await http.PostAsync(new Uri($"api/files/{file.Key}/{decision}", UriKind.Relative), null)).StatusCode;
    }

    private static async Task<IReadOnlyList<Receipt>> ReceiptsAsync(TestSystem test)
    {
        var receipts = new List<Receipt>();
        foreach (var name in (await test.ListAsync(Containers.Receipts, Address)).Where(name => name.EndsWith(".json", StringComparison.Ordinal)))
        {
            receipts.Add(JsonSerializer.Deserialize(await test.ReadAsync(Containers.Receipts, name), ReceiptJson.Indented.Receipt)!);
        }

        return receipts;
    }

    private static async Task AssertNothingStoredAsync(TestSystem test)
    {
        Assert.Empty(await test.ListAsync(Containers.Register));
        Assert.DoesNotContain(await test.ListAsync(Containers.Memory), name => name.EndsWith(".run", StringComparison.Ordinal));
        Assert.Empty(await test.ListAsync(Containers.Identity));
    }
}
