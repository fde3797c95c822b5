using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Kpr.Core.Memory;
using Kpr.Core.Register;
using Kpr.Functions.Azure;
using Kpr.Functions.Register.Memory;

namespace Kpr.Functions.Register;

/// <summary>
/// Holds what is stored against what was written: each segment against the sum and the number of rows in its manifest, each run of the memory
/// against its own sums, each audit log against its chain. Tells places, never content.
/// </summary>
public sealed class VerifyRegister(StorageAccounts storage, RegisterStore register, ReadPartitions partitions, MemoryStore memory, AuditLog audit)
{
    private const int NotFound = 404;

    private readonly BlobContainerClient _register = storage.Register.GetBlobContainerClient(Containers.Register);

    /// <summary>Number of things that have been held against their sums so far.</summary>
    public long Verified { get; private set; }

    /// <summary>Verifies everything; the faults, as they are found.</summary>
    public async IAsyncEnumerable<RegisterFault> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var partition in partitions.ListAsync(cancellationToken))
        {
            foreach (var fault in await PartitionAsync(partition, cancellationToken))
            {
                yield return fault;
            }
        }

        foreach (var scope in (await memory.ScopesAsync(DateTimeOffset.MinValue, cancellationToken)).Keys)
        {
            foreach (var fault in await ScopeAsync(scope, cancellationToken))
            {
                yield return fault;
            }
        }

        await foreach (var (name, _, broken) in audit.VerifyAsync(cancellationToken))
        {
            Verified++;
            if (broken is { } line)
            {
                yield return BrokenChain(name, line);
            }
        }
    }

    /// <summary>The fault of an audit log whose chain is broken.</summary>
    public static RegisterFault BrokenChain(string name, long line) =>
        new($"{Containers.Audit}/{name}:{line}", "Hashkjeden er brutt: linjen er endret, eller en linje er fjernet eller satt inn.");

    private async Task<IReadOnlyList<RegisterFault>> PartitionAsync(string partition, CancellationToken cancellationToken)
    {
        var place = $"{Containers.Register}/{partition}/manifest.json";
        PartitionManifest? manifest;
        try
        {
            manifest = await register.FindManifestAsync(partition, cancellationToken);
        }
        catch (JsonException)
        {
            return [new(place, "Manifestet kan ikke leses.")];
        }

        Verified++;
        if (manifest is not { Segments: not null } || manifest.Partition != partition)
        {
            return [new(place, "Manifestet er ikke for denne partisjonen.")];
        }

        var faults = new List<RegisterFault>();
        if (manifest.All.GroupBy(segment => segment.Delivery).Any(same => same.Count() > 1))
        {
            faults.Add(new(place, "En leveranse står to ganger."));
        }

        foreach (var segment in manifest.All)
        {
            Verified++;
            if (await SegmentAsync(partition, segment, cancellationToken) is { } fault)
            {
                faults.Add(new($"{Containers.Register}/{partition}/{segment.Name}", fault));
            }
        }

        return faults;
    }

    private async Task<string?> SegmentAsync(string partition, Segment segment, CancellationToken cancellationToken)
    {
        if (await partitions.FaultOfAsync(partition, segment, cancellationToken) is { } fault)
        {
            return fault;
        }

        await using var rows = await _register.GetBlobClient($"{partition}/{segment.Name}").OpenReadAsync(cancellationToken: cancellationToken);
        var found = 0L;
        try
        {
            using var reader = SegmentReader.Open(rows);
            while (reader.Read())
            {
                found += reader.Rows;
            }
        }
        catch (SegmentDamagedException)
        {
            return "Segmentet kan ikke leses.";
        }

        return found == segment.Rows ? null : $"Segmentet har {found} poster, manifestet sier {segment.Rows}.";
    }

    private async Task<IReadOnlyList<RegisterFault>> ScopeAsync(string scope, CancellationToken cancellationToken)
    {
        ScopeManifest manifest;
        try
        {
            (manifest, _) = await memory.ReadAsync(scope, cancellationToken);
        }
        catch (JsonException)
        {
            return [new($"{Containers.Memory}/{scope}/manifest.json", "Manifestet kan ikke leses.")];
        }

        var faults = new List<RegisterFault>();
        foreach (var entry in manifest.Entries.Where(entry => entry.Run is not null))
        {
            Verified++;
            if (await FaultOfAsync(scope, entry, cancellationToken) is { } fault)
            {
                faults.Add(new($"{Containers.Memory}/{scope}/{entry.Run}", fault));
            }
        }

        return faults;
    }

    private async Task<string?> FaultOfAsync(string scope, RunEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            var run = await memory.OpenAsync(scope, entry, cancellationToken);
            var facts = 0L;
            await foreach (var _ in run.ReadAsync(cancellationToken))
            {
                facts++;
            }

            return facts == entry.Facts ? null : $"Løpet har {facts} fakta, manifestet sier {entry.Facts}.";
        }
        catch (RunDamagedException)
        {
            return "En sum i løpet stemmer ikke.";
        }
        catch (RequestFailedException e) when (e.Status == NotFound)
        {
            return "Løpet mangler.";
        }
    }
}
