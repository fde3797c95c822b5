using System.Net;
using System.Text.Json.Nodes;
using Azure.Messaging.ServiceBus;
using Kpr.Core.Tests.CareEvents;
using Kpr.Functions.Azure;
using Kpr.Functions.Ingest;
using Kpr.Functions.Ingest.Triggers;

namespace Kpr.Functions.Tests.Ingest;

/// <summary>What can never be handled is given up with its reason, shows in the status, and can be replayed.</summary>
public sealed class PoisonTests
{
    private const string Address = "care-events/0301/hendelser.xml";

    public static TheoryData<string, string> Malformed()
    {
        var cases = new TheoryData<string, string>();
        foreach (var queue in Queues.All)
        {
            foreach (var body in (string[])["", "hei", "null", "[]", "{}", "{\"file\":null}", "{\"type\":1}", "{\"file\":\"17834200368\",\"chunk\":{\"index\":\"x\"}}"])
            {
                if (queue.Name != Queues.CompleteFile || !body.Contains("chunk", StringComparison.Ordinal))
                {
                    cases.Add(queue.Name, body);
                }
            }
        }

        return cases;
    }

    [Fact]
    public async Task A_malformed_message_becomes_a_dead_letter_at_once_and_is_noted()
    {
        await using var test = await TestSystem.StartAsync();
        var all = Malformed();
        foreach (var data in all)
        {
            await test.Get<MessageBus>().SendAsync((string)data[0], new ServiceBusMessage((string)data[1]) { MessageId = Guid.NewGuid().ToString() }, default);
        }

        await test.SettleAsync();

        var noted = test.Logs.All.Where(line => line.Text.Contains("[1015]", StringComparison.Ordinal)).ToList();
        Assert.Equal(all.Count, noted.Count);
        Assert.All(noted, line => Assert.Contains("MessageMalformed, after 1 deliveries", line.Text, StringComparison.Ordinal));
        Assert.All(Queues.All, queue => Assert.Equal(default, test.System.Bus.Count(queue.Name)));
        Assert.DoesNotContain(test.Logs.All, line => line.Text.Contains("17834200368", StringComparison.Ordinal) || line.Text.Contains("Exception", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_event_of_something_else_and_a_message_about_an_unknown_file_are_passed_over()
    {
        await using var test = await TestSystem.StartAsync();
        var unknown = new string('0', 32);
        var bus = test.Get<MessageBus>();
        await bus.SendAsync(Queues.FileArrived, new ServiceBusMessage("""{"type":"Microsoft.Storage.BlobDeleted","subject":"/x"}"""), default);
        await bus.SendAsync(Queues.FileArrived, new ServiceBusMessage("""{"type":"Microsoft.Storage.BlobCreated","subject":"/blobServices/default/containers/receipts/blobs/x","data":{"eTag":"0x1"}}"""), default);
        await bus.SendAsync(Queues.CompleteFile, new CompleteMessage(unknown).ToMessage(), default);
        await bus.SendAsync(Queues.ValidateClaims, new ChunkMessage(unknown, new(0, 1, 1, 0, 0, 1)).ToMessage(), default);
        await test.SettleAsync();

        Assert.All(Queues.All, queue => Assert.Equal(default, test.System.Bus.Count(queue.Name)));
        Assert.DoesNotContain(test.Logs.All, line => line.Text.Contains("[1015]", StringComparison.Ordinal) || line.Text.Contains("Exception", StringComparison.Ordinal));
        Assert.Equal(2, test.Logs.All.Count(line => line.Text.Contains("[1011]", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_chunk_that_cannot_be_judged_fails_its_file_until_it_is_repaired_and_replayed()
    {
        await using var test = await TestSystem.StartAsync(TestSystem.Only(type => type != typeof(ValidateMunicipal)));
        var file = await test.UploadAsync(Address, new CareEventDocument().Add().Add().ToString());
        await test.SettleAsync();
        var chunk = test.System.Storage.Landing.GetBlobContainerClient(Containers.Work).GetBlobClient(WorkArea.Content(file.Key, 0));
        var content = (await chunk.DownloadContentAsync()).Value.Content;
        await chunk.DeleteAsync();
        await test.RestartAsync();
        await test.SettleAsync();
        using var http = new HttpClient { BaseAddress = test.System.Host.Address };

        var status = await JsonAsync(http, $"api/files/{file.Key}");
        Assert.Equal(("Failed", "validate-municipal: MaxDeliveryCountExceeded"), ((string?)status["state"], (string?)status["reason"]));
        Assert.Contains(test.Logs.All, line => line.Text.Contains("MaxDeliveryCountExceeded, after 10 deliveries", StringComparison.Ordinal));

        // Nobody sweeps what waits for a person.
        await test.SettleAfterAsync(TimeSpan.FromHours(2));
        Assert.Equal(FileState.Failed, (await test.RowAsync(file)).State);

        await chunk.UploadAsync(content);
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(http, $"api/files/{file.Key}/replay"));
        await test.SettleAsync();

        status = await JsonAsync(http, $"api/files/{file.Key}");
        Assert.Equal(("Completed", null, 1, 1), ((string?)status["state"], (string?)status["reason"], (int)status["chunks"]!, (int)status["chunksJudged"]!));
        Assert.Equal(HttpStatusCode.Conflict, await PostAsync(http, $"api/files/{file.Key}/replay"));
        Assert.Empty(await test.ListAsync(Containers.Work));
        Assert.Empty(await test.ListAsync(Containers.Incoming));
    }

    [Theory]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("hei")]
    [InlineData("a'b")]
    [InlineData("a%2Fb")]
    [InlineData("%23%3F%5C")]
    public async Task An_unknown_file_is_not_found(string key)
    {
        await using var test = await TestSystem.StartAsync(TestSystem.Only(type => type == typeof(Status) || type == typeof(Replay)));
        using var http = new HttpClient { BaseAddress = test.System.Host.Address };

        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri($"api/files/{key}", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(http, $"api/files/{key}/replay"));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri($"api/files/care-events/0301/x.xml/{key}", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Receipts_are_listed_and_read_over_HTTP_by_the_addresses_they_are_told_by()
    {
        await using var test = await TestSystem.StartAsync();
        var file = await test.UploadAsync(Address, new CareEventDocument().Add().ToString());
        await test.SettleAsync();
        using var http = new HttpClient { BaseAddress = test.System.Host.Address };

        var told = (string?)(await JsonAsync(http, $"api/files/{file.Key}"))["receipt"];
        var listed = Assert.Single((await JsonAsync(http, "api/files/care-events/0301")).AsArray())!.GetValue<string>();
        Assert.Equal(told, listed);
        Assert.Equal("accepted", (string?)(await JsonAsync(http, $"api/files/{listed}"))["status"]);
        Assert.Equal("accepted", (string?)(await JsonAsync(http, $"api/files/{listed[..^".json".Length]}"))["status"]);
        using var text = await http.GetAsync(new Uri($"api/files/{listed.Replace(".json", ".txt", StringComparison.Ordinal)}", UriKind.Relative));
        Assert.Equal("text/plain", text.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("Kvittering for hendelser.xml: mottatt", await text.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty((await JsonAsync(http, "api/files/care-events/4601")).AsArray());
    }

    private static async Task<JsonNode> JsonAsync(HttpClient http, string path) =>
        JsonNode.Parse(await http.GetStringAsync(new Uri(path, UriKind.Relative)))!;

    private static async Task<HttpStatusCode> PostAsync(HttpClient http, string path) =>
        (await http.PostAsync(new Uri(path, UriKind.Relative), null)).StatusCode;
}
