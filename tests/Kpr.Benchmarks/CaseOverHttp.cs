using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kpr.Benchmarks.Cases;
using Kpr.Benchmarks.Measuring;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Parties;
using Kpr.Functions.Applications;
using Kpr.Functions.Applications.Access;
using Kpr.Local;
using Kpr.LocalAzure.Azurite;
using Kpr.LocalAzure.Faults;
using Microsoft.Extensions.DependencyInjection;

namespace Kpr.Benchmarks;

/// <summary>Commands and pages of work lists over HTTP, by twenty clients at once, and Azurite's share of the time.</summary>
internal static class CaseOverHttp
{
    private const int Cases = 300;
    private const int Events = 10_000;
    private const int Clients = 20;
    private const int Requests = 60;

    private static readonly Actor Handler = CaseHistory.Handler;

    /// <summary>Measures.</summary>
    public static async Task<string> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("kpr-benchmark-").FullName;
        var clock = new StorageClock();
        IoSwitch.Share(new IoSwitch { OnCall = clock.Note }, [.. LocalSystemOptions.AccountNames.Values]);
        try
        {
            await using var azurite = await AzuriteProcess.StartAsync(new AzuriteOptions
            {
                DataFolder = Path.Combine(folder, "azurite"),
                AccountCount = 0,
                Accounts = [.. LocalSystemOptions.AccountNames.Values.Where(name => name != AzuriteAccount.DevelopmentName)],
            });
            await using var system = await LocalSystem.StartAsync(new LocalSystemOptions { Name = "benchmark-cases", StateFolder = folder, Accounts = LocalSystemOptions.AccountsOf(azurite) });
            var ids = await FillAsync(system);
            using var issuer = LocalIssuer.Open(Path.Combine(folder, LocalSystem.TokenKey));
            using var http = new HttpClient { BaseAddress = system.Host.Address };
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", issuer.Mint(Handler, TimeProvider.System.GetUtcNow()));

            // Those who read are as many people as clients: each has a chain of the audit log.
            AuthenticationHeaderValue[] readers =
                [.. Enumerable.Range(0, Clients).Select(client => new AuthenticationHeaderValue("Bearer", issuer.Mint(new Actor(Role.Handler, $"reader-{client}"), TimeProvider.System.GetUtcNow())))];
            return await MeasureAsync(http, readers, ids, clock, azurite.ProcessId);
        }
        finally
        {
            IoSwitch.Forget([.. LocalSystemOptions.AccountNames.Values]);
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> MeasureAsync(HttpClient http, AuthenticationHeaderValue[] readers, IReadOnlyList<string> ids, StorageClock clock, int azurite)
    {
        var table = new MarkdownTable(
            "20 clients", "requests", "a second", "p50", "p95", "p99", "storage requests each", "a storage request under way", "CPU: ours", "CPU: Azurite");
        await RunAsync(5, TimeSpan.Zero, (client, i) => CommandAsync(http, ids[((client * 15) + i) % Cases]));
        foreach (var (how, pause) in ((string, TimeSpan)[])[("without a pause", TimeSpan.Zero), ("a click a second", TimeSpan.FromSeconds(1))])
        {
            var count = pause == TimeSpan.Zero ? Requests : Requests / 3;
            Add($"command, {how}", await MeasuredAsync(count, pause, (client, i) => CommandAsync(http, ids[((client * 15) + (i % 15)) % Cases])));
            Add($"page of a work list (50 of {Cases}) with its line in the audit log, {how}", await MeasuredAsync(count, pause, (client, _) => GetAsync(http, readers[client], "api/cases?list=all")));
            Add($"a case read, with its line in the audit log, {how}", await MeasuredAsync(count, pause, (client, i) => GetAsync(http, readers[client], $"api/cases/{ids[((client * 15) + (i % 15)) % Cases]}")));
        }

        return $"""
            {Cases} cases with {Events} events. Each client works on its own fifteen cases; a command is `record-handling` with key and version, and makes an event and
            a snapshot. Clients, functions and Azurite (node, data on disk) share the machine: with no pause the time of a request is the number of clients
            times the processor time of one.

            {table}
            """;

        async Task<Run> MeasuredAsync(int count, TimeSpan pause, Func<int, int, Task> request)
        {
            using var own = Process.GetCurrentProcess();
            using var node = Process.GetProcessById(azurite);
            var (ownBefore, nodeBefore, inStorage, requests) = (own.TotalProcessorTime, node.TotalProcessorTime, clock.Elapsed, clock.Requests);
            var watch = Stopwatch.StartNew();
            var times = await RunAsync(count, pause, request);
            var elapsed = watch.Elapsed;
            own.Refresh();
            node.Refresh();
            return new Run(times, elapsed, own.TotalProcessorTime - ownBefore, node.TotalProcessorTime - nodeBefore, clock.Elapsed - inStorage, clock.Requests - requests);
        }

        void Add(string what, Run run) => table.Add(
            what, $"{run.Times.Count}", string.Create(CultureInfo.InvariantCulture, $"{run.Times.Count / run.Elapsed.TotalSeconds:0}"),
            At(run.Times, 50), At(run.Times, 95), At(run.Times, 99), string.Create(CultureInfo.InvariantCulture, $"{(double)run.Requests / run.Times.Count:0.0}"),
            Figures.Share(run.InStorage.TotalSeconds, run.Elapsed.TotalSeconds), Each(run.OwnCpu, run), Each(run.AzuriteCpu, run));
    }

    private static string Each(TimeSpan cpu, Run run) => string.Create(CultureInfo.InvariantCulture, $"{cpu.TotalMilliseconds / run.Times.Count:0.0} ms");

    private static string At(List<TimeSpan> times, int percent) =>
        string.Create(CultureInfo.InvariantCulture, $"{times[(times.Count * percent / 100) - 1].TotalMilliseconds:0} ms");

    private static async Task<List<TimeSpan>> RunAsync(int count, TimeSpan pause, Func<int, int, Task> request)
    {
        var times = await Task.WhenAll(Enumerable.Range(0, Clients).Select(async client =>
        {
            var own = new List<TimeSpan>();
            await Task.Delay(pause * client / Clients);
            for (var i = 0; i < count; i++)
            {
                var watch = Stopwatch.StartNew();
                await request(client, i);
                own.Add(watch.Elapsed);
                await Task.Delay(pause);
            }

            return own;
        }));
        return [.. times.SelectMany(own => own).Order()];
    }

    // The version is known to the client, as it is to a browser that shows the case; only the command is timed by its answer.
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, string> Versions = new(StringComparer.Ordinal);

    // A flow may do something in the case meanwhile: then the command is given again on what there is, as a person does, and both answers count as one time.
    private static async Task CommandAsync(HttpClient http, string id)
    {
        var key = Guid.NewGuid().ToString();
        while (true)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"api/cases/{id}/record-handling")
            {
                Content = JsonContent.Create(new { minutes = 15, what = "Saksbehandling", on = "2026-09-01" }),
            };
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
            request.Headers.TryAddWithoutValidation("If-Match", Versions[id]);
            using var response = await http.SendAsync(request);
            if (!response.IsSuccessStatusCode && response.StatusCode != HttpStatusCode.PreconditionFailed)
            {
                throw new InvalidOperationException($"{id}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
            }

            Versions[id] = response.Headers.ETag!.Tag;
            if (response.IsSuccessStatusCode)
            {
                return;
            }
        }
    }

    private static async Task GetAsync(HttpClient http, AuthenticationHeaderValue reader, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Authorization = reader } };
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        _ = JsonNode.Parse(await response.Content.ReadAsStringAsync());
    }

    private static async Task<IReadOnlyList<string>> FillAsync(LocalSystem system)
    {
        var (store, lists) = (system.Services.GetRequiredService<CaseStore>(), system.Services.GetRequiredService<ListStore>());
        var ids = Enumerable.Range(0, Cases).Select(i => $"sak-{i:D4}").ToList();
        for (var i = 0; i < Cases; i++)
        {
            var length = (Events / Cases) + (i < Events % Cases ? 1 : 0);
            var events = CaseHistory.Of(length);
            var after = CaseState.Fold(ids[i], events);
            if (!await store.AppendAsync(new Commit(StoredCase.None(ids[i]), after, events, null, []), CancellationToken.None))
            {
                throw new InvalidOperationException($"{ids[i]} is there already.");
            }

            await lists.AssertAsync(ids[i], WorkLists.Of(after).Keys, CancellationToken.None);
            Versions[ids[i]] = Kpr.Functions.Applications.Http.JsonAnswer.ETag(after.Version);
        }

        return ids;
    }

    private sealed record Run(List<TimeSpan> Times, TimeSpan Elapsed, TimeSpan OwnCpu, TimeSpan AzuriteCpu, TimeSpan InStorage, int Requests);
}
