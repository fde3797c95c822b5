using System.Text.Json;
using Azure.Storage.Blobs;
using Kpr.LocalAzure.Faults;
using Kpr.LocalAzure.Hosting;
using Kpr.LocalAzure.ServiceBus;
using Kpr.LocalAzure.Tests.Azurite;
using Kpr.LocalAzure.Tests.ServiceBus;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.LocalAzure.Tests.Hosting;

public sealed class BlobTriggerTests : AzuriteFixture
{
    private static readonly LocalQueue[] Queues = [new("arrived") { DuplicateDetectionWindow = TimeSpan.FromHours(1) }];

    private Dictionary<string, string?> Settings => new() { ["AzureWebJobsStorage"] = Account.ConnectionString, ["Inbox"] = "incoming" };

    [Fact]
    public async Task Each_version_of_a_blob_is_handed_over_once_over_restarts_too()
    {
        await using var bus = new TestNamespace(Queues);
        var probe = new Probe();
        await UploadAsync("care/0301/a.xml", "one");
        await using (var app = await TestApp.StartAsync<Functions>(bus, probe: probe, settings: Settings))
        {
            await app.IdleAsync();
            await app.Host.PollNowAsync();
            await app.Host.PollNowAsync();
            await UploadAsync("care/0301/a.xml", "two");
            await UploadAsync("notes.txt", "does not match");
            await app.IdleAsync();
        }

        await using var again = await TestApp.StartAsync<Functions>(bus, probe: probe, settings: Settings);
        await UploadAsync("care/0302/b.xml", "three");
        await again.IdleAsync();

        Assert.Equal(["care 0301 a.xml one", "care 0301 a.xml two", "care 0302 b.xml three"], probe.Seen);
    }

    [Fact]
    public async Task A_container_may_come_after_the_host()
    {
        await using var bus = new TestNamespace(Queues);
        await using var app = await TestApp.StartAsync<Functions>(bus, settings: Settings);
        await app.IdleAsync();
        await UploadAsync("care/0301/a.xml", "x");
        await app.Host.PollNowAsync();

        Assert.Equal(["care 0301 a.xml x"], app.Probe.Seen);
    }

    [Fact]
    public async Task A_blob_whose_function_throws_is_tried_five_times_and_then_given_up()
    {
        await using var bus = new TestNamespace(Queues);
        var probe = new Probe { Behaviour = _ => throw new InvalidOperationException("always") };
        await using var app = await TestApp.StartAsync<Functions>(bus, probe: probe, settings: Settings);
        await UploadAsync("care/0301/a.xml", "x");
        await app.IdleAsync();
        await app.Host.PollNowAsync();
        Assert.Equal(5, probe.Seen.Count);

        // A new version is a new chance.
        probe.Behaviour = _ => Task.CompletedTask;
        await UploadAsync("care/0301/a.xml", "y");
        await app.IdleAsync();
        Assert.Equal(6, probe.Seen.Count);
    }

    [Fact]
    public async Task Two_hand_overs_of_one_blob_never_run_at_once()
    {
        await using var bus = new TestNamespace(Queues);
        var probe = new Probe();
        probe.Behaviour = _ => probe.PassAsync(CancellationToken.None);
        await using var app = await TestApp.StartAsync<Functions>(bus, probe: probe, settings: Settings);
        await UploadAsync("care/0301/a.xml", "x");
        await app.Probe.UntilAsync(_ => app.Host.Running == 1);
        var poll = app.Host.PollNowAsync();
        probe.Gate.SetResult();
        await poll;
        await app.IdleAsync();

        Assert.Equal(1, probe.MostInside);
        Assert.Single(probe.Seen);
    }

    [Fact]
    public async Task A_new_version_is_told_of_on_the_queue_of_its_route_once()
    {
        await using var bus = new TestNamespace(Queues);
        void Route(LocalHostOptions options) => options.BlobEvents.Add(new BlobEventRoute("incoming", "care/", "arrived"));
        await UploadAsync("care/0301/a b.xml", "12345");
        await UploadAsync("other/a.xml", "x");
        await using (var app = await TestApp.StartAsync<NoFunctions>(bus, Route, settings: Settings))
        {
            await app.IdleAsync();
        }

        await using (var again = await TestApp.StartAsync<NoFunctions>(bus, Route, settings: Settings))
        {
            await again.IdleAsync();
        }

        var message = (await bus.Client.CreateReceiver("arrived").TakeAsync())!;
        Assert.Null(await bus.Client.CreateReceiver("arrived").TakeAsync());
        using var document = JsonDocument.Parse(message.Body);
        var root = document.RootElement;
        var data = root.GetProperty("data");
        var etag = (await Container.GetBlobClient("care/0301/a b.xml").GetPropertiesAsync()).Value.ETag;
        Assert.Equal(message.MessageId, root.GetProperty("id").GetString());
        Assert.Equal(
            ("1.0", "Microsoft.Storage.BlobCreated", "/blobServices/default/containers/incoming/blobs/care/0301/a b.xml"),
            (root.GetProperty("specversion").GetString(), root.GetProperty("type").GetString(), root.GetProperty("subject").GetString()));
        Assert.EndsWith("/storageAccounts/" + Account.Name, root.GetProperty("source").GetString(), StringComparison.Ordinal);
        Assert.True(root.GetProperty("time").TryGetDateTimeOffset(out _));
        Assert.Equal((5, "BlockBlob", etag.ToString().Trim('"')), (data.GetProperty("contentLength").GetInt32(), data.GetProperty("blobType").GetString(), data.GetProperty("eTag").GetString()));
        Assert.EndsWith("/incoming/care/0301/a%20b.xml", data.GetProperty("url").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_host_does_to_look_for_blobs_is_not_numbered_and_what_functions_do_is()
    {
        await using var bus = new TestNamespace(Queues);
        await UploadAsync("care/0301/a.xml", "x");
        IoSwitch.Forget(Account.Name);
        await using var app = await TestApp.StartAsync<Functions>(bus, settings: Settings);
        await app.IdleAsync();
        await app.Host.PollNowAsync();

        Assert.Equal(1, IoSwitch.Of(Account.Name).Count);
    }

    [Theory]
    [InlineData(IoPhase.Before)]
    [InlineData(IoPhase.After)]
    public async Task A_run_stopped_in_a_blob_function_hands_the_blob_over_again_next_time(IoPhase phase)
    {
        await using var bus = new TestNamespace(Queues);
        var probe = new Probe();
        await UploadAsync("care/0301/a.xml", "x");
        IoSwitch.Forget(Account.Name);
        IoSwitch.Of(Account.Name).StopAt(1, phase);
        await using (var app = await TestApp.StartAsync<Functions>(bus, probe: probe, settings: Settings))
        {
            await app.Host.Stopped.WaitAsync(TestApp.Patience);
        }

        Assert.Empty(probe.Seen);
        IoSwitch.Forget(Account.Name);
        await using var again = await TestApp.StartAsync<Functions>(bus, options => options.OneAtATime = true, probe: probe, settings: Settings);
        await again.IdleAsync();

        Assert.Equal(["care 0301 a.xml x"], probe.Seen);
    }

    private BlobContainerClient Container => new BlobServiceClient(Account.ConnectionString).GetBlobContainerClient("incoming");

    private async Task UploadAsync(string name, string content)
    {
        await Container.CreateIfNotExistsAsync();
        await Container.GetBlobClient(name).UploadAsync(BinaryData.FromString(content), overwrite: true);
    }

    public sealed class Functions(Probe probe)
    {
        [Function("BlobArrived")]
        public async Task BlobArrived([BlobTrigger("%Inbox%/{feed}/{sender}/{name}", Source = BlobTriggerSource.EventGrid)] BlobClient blob, string feed, string sender, string name)
        {
            var content = (await blob.DownloadContentAsync()).Value.Content;
            probe.Tell($"{feed} {sender} {name} {content}");
            await probe.Behaviour(name);
        }
    }

    public sealed class NoFunctions;
}
