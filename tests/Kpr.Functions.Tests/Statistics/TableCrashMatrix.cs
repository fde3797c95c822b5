using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Identity;
using Kpr.Core.Sealing;
using Kpr.Core.Tests.Claims;
using Kpr.Functions.Applications.Access;
using Kpr.Functions.Azure;
using Kpr.Functions.Tests.Crash;
using Kpr.Local;
using Kpr.LocalAzure;
using Kpr.LocalAzure.Azurite;
using Kpr.LocalAzure.Faults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Tests.Statistics;

/// <summary>
/// Breaks the making of two linked tables and their rate off on either side of any I/O call, from the order on; lets whoever ordered order again and a new system go on; and compares
/// tables, ledger and audit log with the undisturbed run. No file may be had before all of them are whole.
/// </summary>
internal sealed class TableCrashMatrix : ICrashMatrix
{
    private static readonly Actor Staff = new(Role.Register, "kpr-1", null, "kpr");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string[] Files = ["table.csv", "table.html", "audit.json", "table-2.csv", "table-2.html", "audit-2.json", "quotient.csv", "quotient.html"];
    private static int _count;

    private readonly Func<Task<AzuriteAccount>> _accounts;
    private readonly IReadOnlyDictionary<string, string> _undisturbed;

    private TableCrashMatrix(long calls, IReadOnlyDictionary<string, string> undisturbed, Func<Task<AzuriteAccount>> accounts) =>
        (Calls, _undisturbed, _accounts) = (calls, undisturbed, accounts);

    public long Calls { get; }

    public string Image => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', _undisturbed.Select(thing => $"{thing.Key}: {thing.Value}")))))[..16];

    /// <summary>Makes the tables undisturbed.</summary>
    public static async Task<TableCrashMatrix> BeginAsync(Func<Task<AzuriteAccount>> accounts)
    {
        using var run = new Run(await accounts());
        await run.TakeAsync();
        var calls = await run.OrderAsync(null);
        var image = await run.ImageAsync();
        return !image[$"tables/orders/{run.Id}/state.json"].Contains("\"status\":\"done\"", StringComparison.Ordinal) || !Files.All(file => image.ContainsKey($"tables/orders/{run.Id}/{file}"))
            ? throw new InvalidOperationException($"The undisturbed run makes no tables: {image[$"tables/orders/{run.Id}/state.json"]}")
            : new TableCrashMatrix(calls, image, accounts);
    }

    /// <summary>Breaks a run off at a point and finishes it.</summary>
    /// <returns>What differs from the undisturbed run; empty when nothing does.</returns>
    public async Task<IReadOnlyList<string>> TryAsync(StopPoint point)
    {
        using var run = new Run(await _accounts());
        await run.TakeAsync();
        var reached = false;
        await run.OrderAsync((io, call, phase) =>
        {
            if (call.Number == point.Call && phase == point.Phase)
            {
                reached = true;
                io.Stop(call, phase);
            }
        });
        if (!reached)
        {
            return [$"{point}: the call was not made"];
        }

        var partial = await run.VisibleAsync();
        await run.OrderAsync(null);
        var image = await run.ImageAsync();
        return
        [
            .. partial.Where(file => file.Content != _undisturbed.GetValueOrDefault($"tables/orders/{run.Id}/{file.Name}")).Select(file => $"{point}: {file.Name} could be had before it was whole"),
            .. partial.Count is 0 || partial.Count == Files.Length ? Array.Empty<string>() : [$"{point}: {partial.Count} files of {Files.Length} could be had"],
            .. _undisturbed.Keys.Except(image.Keys).Select(name => $"{point}: missing {name}"), .. image.Keys.Except(_undisturbed.Keys).Select(name => $"{point}: too much {name}"),
            .. image.Where(thing => _undisturbed.TryGetValue(thing.Key, out var other) && other != thing.Value).Select(thing => $"{point}: different {thing.Key}\n  {_undisturbed[thing.Key]}\n  {thing.Value}"),
        ];
    }

    private sealed class Run : IDisposable
    {
        private readonly AzuriteAccount _account;
        private readonly string _folder = Directory.CreateTempSubdirectory("kpr-table-").FullName;
        private readonly string _name = string.Create(CultureInfo.InvariantCulture, $"table-{Environment.ProcessId}-{Interlocked.Increment(ref _count)}");
        private readonly MovableClock _clock = new(new FrozenTime());

        public Run(AzuriteAccount account)
        {
            _account = account;
            FixedKeys.Write(_folder);
        }

        public string Id { get; private set; } = "";

        public void Dispose() => Directory.Delete(_folder, recursive: true);

        public async Task TakeAsync()
        {
            var claims = Enumerable.Range(0, 40).Select(at => new TestClaim(1 + at)
            {
                Fid = Enumerable.Range(at, 50).Select(next => SyntheticIdentity.BirthNumber(new DateOnly(1950 + (10 * (at % 4)), 3, 1 + (at % 28)), at % 2 == 0 ? Sex.Male : Sex.Female, next)).OfType<string>().First(),
                Tidspunkt = string.Create(CultureInfo.InvariantCulture, $"2031-05-{1 + (at % 20):00}T10:{at:00}:00+02:00"),
            }).ToArray();
            await using var system = await StartAsync(null, _ => true);
            using var content = new MemoryStream(Encoding.UTF8.GetBytes(ClaimDocuments.Json(claims)));
            await system.UploadAsync($"claims/{ClaimDocuments.Sender}/a.json", content);
            await system.Host.WhenIdleAsync(Patience);
        }

        /// <summary>Orders, and lets the tables be made, until nothing is left to do or the run is broken off.</summary>
        public async Task<long> OrderAsync(Action<IoSwitch, IoCall, IoPhase>? onCall)
        {
            var io = new IoSwitch();
            io.OnCall = onCall is null ? null : (call, phase) => onCall(io, call, phase);
            string[] scopes = [_account.Name, $"{_name}.servicebus.local"];
            IoSwitch.Share(io, scopes);
            try
            {
                await using var system = await StartAsync(io, IsStatistics);
                await SendAsync(system);
                await system.Host.WhenIdleAsync(Patience);

                // What was left to a system that is no more is taken up when its locks run out.
                for (var round = 0; round < 3 && !io.Stopped.IsCompleted; round++)
                {
                    _clock.Advance(TimeSpan.FromMinutes(11));
                    await system.Host.WhenIdleAsync(Patience);
                }
            }
            catch (Exception) when (io.Stopped.IsCompleted)
            {
                // Broken off: whatever was under way says so in its own words.
            }
            finally
            {
                IoSwitch.Forget(scopes);
            }

            return io.Count;
        }

        /// <summary>The files that can be had of what was broken off, by a system in which nothing goes on.</summary>
        public async Task<IReadOnlyList<(string Name, string Content)>> VisibleAsync()
        {
            await using var system = await StartAsync(null, type => type.Namespace == "Kpr.Functions.Statistics.Triggers");
            var found = new List<(string, string)>();
            foreach (var file in Files)
            {
                using var response = await ClientOf(system).SendAsync(Request(system, HttpMethod.Get, $"api/tables/{IdOfOrder()}/{file}"));
                if (response.StatusCode == HttpStatusCode.OK)
                {
                    found.Add((file, Blanked(file, await response.Content.ReadAsStringAsync())));
                }
            }

            return found;
        }

        public async Task<IReadOnlyDictionary<string, string>> ImageAsync()
        {
            await using var system = await StartAsync(null, _ => false);
            var image = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var (container, blobs) in (IEnumerable<(string, BlobContainerClient)>)
            [
                (Containers.Tables, system.Storage.CaseFiles.GetBlobContainerClient(Containers.Tables)), (Containers.Counting, system.Storage.Register.GetBlobContainerClient(Containers.Counting)),
            ])
            {
                await foreach (var blob in blobs.GetBlobsAsync())
                {
                    var text = (await blobs.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToString();
                    image.Add($"{container}/{blob.Name}", Blanked(blob.Name, text));
                }
            }

            foreach (var queue in Queues.All.Where(queue => system.Bus.Count(queue.Name) != default))
            {
                image.Add($"queue {queue.Name}", "");
            }

            return image;
        }

        private static bool IsStatistics(Type type) =>
            type.Namespace is { } slice && (slice.StartsWith("Kpr.Functions.Statistics", StringComparison.Ordinal) || slice.StartsWith("Kpr.Functions.Preparation", StringComparison.Ordinal));

        // Times, and sums of segments, which follow from the ETags of uploads.
        private static string Blanked(string name, string text)
        {
            if (!name.EndsWith(".json", StringComparison.Ordinal))
            {
                return text;
            }

            var json = JsonNode.Parse(text)!.AsObject();
            foreach (var member in (string[])["at", "seconds", "read"])
            {
                json.Remove(member);
            }

            if (json["partitions"] is JsonObject partitions)
            {
                json["partitions"] = new JsonArray([.. partitions.Select(partition => JsonValue.Create(partition.Key))]);
            }

            return json.ToJsonString();
        }

        private static string IdOfOrder() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Staff.Subject}\ncrash")))[..32];

        private static HttpClient ClientOf(LocalSystem system) => new() { BaseAddress = system.Host.Address };

        private async Task SendAsync(LocalSystem system)
        {
            Id = IdOfOrder();
            using var request = Request(system, HttpMethod.Post, "api/tables");
            request.Headers.Add("Idempotency-Key", "crash");
            request.Content = JsonContent.Create(JsonNode.Parse("""
                {
                  "title": "Kjønn", "dataset": "claims", "rows": [{ "variable": "kjonn" }], "columns": [], "measure": "persons", "from": "2031-01-01", "to": "2031-12-31",
                  "also": [{ "title": "Kontakter", "dataset": "claims", "rows": [{ "variable": "kjonn" }], "columns": [{ "variable": "fodselsaar", "form": "age-10" }], "measure": "contacts", "from": "2031-01-01", "to": "2031-12-31" }],
                  "quotients": [{ "title": "Kontakter per person", "kind": "mean", "of": 1, "per": 0 }]
                }
                """));
            using var client = ClientOf(system);
            using var response = await client.SendAsync(request);
            if (!response.IsSuccessStatusCode && response.StatusCode is not (HttpStatusCode.ServiceUnavailable or HttpStatusCode.InternalServerError))
            {
                throw new InvalidOperationException(await response.Content.ReadAsStringAsync());
            }
        }

        private HttpRequestMessage Request(LocalSystem system, HttpMethod method, string address)
        {
            using var issuer = LocalIssuer.Open(system.Services.GetRequiredService<IOptions<AccessOptions>>().Value.LocalKeys);
            var request = new HttpRequestMessage(method, address);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", issuer.Mint(Staff, _clock.GetUtcNow()));
            return request;
        }

        private Task<LocalSystem> StartAsync(IoSwitch? io, Predicate<Type> functions) => LocalSystem.StartAsync(new LocalSystemOptions
        {
            Name = _name,
            StateFolder = _folder,
            Accounts = LocalSystemOptions.AccountNames.Keys.ToDictionary(name => name, _ => _account.ConnectionString, StringComparer.Ordinal),
            Clock = _clock,
            Configure = (services, _) => services.AddSingleton<NonceSource, RepeatableNonces>(),
            ConfigureHost = host =>
            {
                host.OneAtATime = true;
                host.Switch = io;
                host.Types = functions;
                host.BlobPollInterval = TimeSpan.FromMilliseconds(30);
            },
        });
    }
}
