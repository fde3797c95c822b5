using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Kpr.Functions.Azure;
using Kpr.Functions.Ingest;
using Kpr.Functions.Register;
using Kpr.Functions.Senders;
using Kpr.Local;

namespace Kpr.Functions.Tests.Crash;

/// <summary>
/// Everything that a system has made, in a form that can be compared between runs, byte by byte but for this: times
/// of receipt and completion, since a file may be claimed or answered after a pause, and what stands in their order or in that
/// of the register's memory; the hash chain of the audit log, which is checked instead.
/// </summary>
internal sealed class SystemImage
{
    private readonly SortedDictionary<string, byte[]> _things = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Names => _things.Keys;

    public static async Task<SystemImage> ReadAsync(LocalSystem system)
    {
        var image = new SystemImage();
        foreach (var name in (string[])[Containers.Incoming, Containers.Work, Containers.Receipts, Containers.Quarantine, Containers.Archive])
        {
            await image.AddAsync(system.Storage.Landing.GetBlobContainerClient(name));
        }

        await image.AddAsync(system.Storage.Register.GetBlobContainerClient(Containers.Register));
        await image.AddAsync(system.Storage.Register.GetBlobContainerClient(Containers.Memory));
        await image.AddAsync(system.Storage.Identity.GetBlobContainerClient(Containers.Identity));
        await image.AddAsync(system.Storage.Audit.GetBlobContainerClient(Containers.Audit));
        await foreach (var row in system.Storage.Ledger.GetTableClient(IngestLedger.Table).QueryAsync<TableEntity>())
        {
            if (row.RowKey == FileRow.Row)
            {
                image.Add($"file {row["BlobName"]}: {row["State"]} {row["Receipt"]} {row["Seen"]} {row["Chunks"]} {row["Reason"]}");
            }
            else if (row.PartitionKey == "open")
            {
                image.Add($"open {row["BlobName"]}");
            }
        }

        await foreach (var row in system.Storage.Ledger.GetTableClient(DeliveryLog.Table).QueryAsync<DeliveryRow>())
        {
            image.Add($"delivery {row.Feed}/{row.PartitionKey}/{row.Name}: {row.Status} {row.Read} {row.Accepted} {row.Rejected} {row.Duplicates} {row.Warnings} {row.IsRepeated} {row.Receipt} {row.Figures}");
        }

        foreach (var queue in Queues.All)
        {
            var counts = system.Bus.Count(queue.Name);
            if (counts != default)
            {
                image.Add($"queue {queue.Name}: {counts}");
            }
        }

        return image;
    }

    /// <summary>What differs from another image, one a line; empty when nothing does.</summary>
    public IReadOnlyList<string> DifferencesFrom(SystemImage expected) =>
    [
        .. expected._things.Keys.Except(_things.Keys).Select(name => $"missing: {name}"),
        .. _things.Keys.Except(expected._things.Keys).Select(name => $"too much: {name}"),
        .. _things.Where(thing => expected._things.TryGetValue(thing.Key, out var other) && !thing.Value.AsSpan().SequenceEqual(other))
            .Select(thing => $"different: {thing.Key}\n  {Shown(expected._things[thing.Key])}\n  {Shown(thing.Value)}"),
    ];

    /// <summary>A hash of it all.</summary>
    public string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, content) in _things)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n{content.Length}\n"));
            hash.AppendData(content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private async Task AddAsync(BlobContainerClient container)
    {
        // Whether a shipment was held depends on who was completed first; what became of it in the end does not.
        var held = container.Name == Containers.Receipts ? await HeldAsync(container) : [];
        await foreach (var blob in container.GetBlobsAsync())
        {
            var content = (await container.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToArray();
            if (container.Name == Containers.Receipts && held.Any(stem => blob.Name.StartsWith(stem, StringComparison.Ordinal)))
            {
                continue;
            }

            _things.Add($"{container.Name}/{blob.Name}", container.Name switch
            {
                Containers.Receipts or Containers.Register when blob.Name.EndsWith(".json", StringComparison.Ordinal) => WithoutTimes(content),
                Containers.Receipts when blob.Name.EndsWith(".html", StringComparison.Ordinal) || blob.Name.EndsWith(".xml", StringComparison.Ordinal) => WithoutShownTimes(content),
                Containers.Memory when blob.Name.EndsWith(".json", StringComparison.Ordinal) => Runs(content),
                Containers.Audit => Events(content),
                _ => content,
            });
        }
    }

    private static async Task<IReadOnlyList<string>> HeldAsync(BlobContainerClient receipts)
    {
        var stems = new List<string>();
        await foreach (var blob in receipts.GetBlobsAsync())
        {
            if (blob.Name.EndsWith(".json", StringComparison.Ordinal)
                && (string?)JsonNode.Parse((await receipts.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content)!["status"] == "held")
            {
                stems.Add(blob.Name[..^".json".Length]);
            }
        }

        return stems;
    }

    private void Add(string fact)
    {
        while (!_things.TryAdd(fact, []))
        {
            fact += " and again";
        }
    }

    private static byte[] WithoutTimes(byte[] json)
    {
        var root = JsonNode.Parse(json)!.AsObject();
        Blank(root);
        foreach (var list in (string[])["segments", "superseded"])
        {
            if (root[list] is not JsonArray segments)
            {
                continue;
            }

            root[list] = new JsonArray([.. segments.Select(segment => segment!.DeepClone().AsObject()).Select(Blank).OrderBy(segment => (string?)segment["name"], StringComparer.Ordinal)]);
        }

        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    // Keys of files follow from the ETags of their uploads; files that tell nothing of each other may come in any order.
    private static byte[] Runs(byte[] manifest) => Encoding.UTF8.GetBytes(string.Join('\n', JsonNode.Parse(manifest)!["entries"]!.AsArray()
        .Select(entry => $"{entry!["run"]} {entry["facts"]} {entry["bytes"]}").Order(StringComparer.Ordinal)));

    private static byte[] WithoutShownTimes(byte[] content) =>
        Encoding.UTF8.GetBytes(Regex.Replace(Encoding.UTF8.GetString(content), @"\d{2}\.\d{2}\.\d{4} kl\. \d{2}:\d{2}|\d{4}-\d{2}-\d{2}T[0-9:]+Z", "time"));

    private static JsonObject Blank(JsonObject thing)
    {
        foreach (var name in (string[])["receivedAt", "completedAt"])
        {
            if (thing.ContainsKey(name))
            {
                thing[name] = null;
            }
        }

        return thing;
    }

    private static byte[] Events(byte[] log)
    {
        var events = Encoding.UTF8.GetString(log).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonNode.Parse(line)!)
            .Where(line => (string?)line["action"] is not "file-held")
            .Select(line => $"{line["actor"]} {line["action"]} {line["object"]} {line["party"]} {line["outcome"]}")
            .Order(StringComparer.Ordinal);
        return Encoding.UTF8.GetBytes($"{string.Join('\n', events)}\nbroken at {AuditLog.FirstBroken(log)}");
    }

    private static string Shown(byte[] content) => Encoding.UTF8.GetString(content.AsSpan(0, Math.Min(content.Length, 2000)));
}
