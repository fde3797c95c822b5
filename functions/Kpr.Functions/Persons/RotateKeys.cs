using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kpr.Functions.Azure;
using Kpr.Functions.Register;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Persons;

/// <summary>
/// Changes the key that content is sealed with, and seals anew all that is kept: identities, decisions about persons,
/// secrets of projects, persons of deliveries, quarantine, archive.
/// What is under the new key already is passed over, so whoever begins again goes on; the intake goes on meanwhile, and what it
/// seals under the older key is found by the next look.
/// </summary>
/// <remarks>
/// The secret of person keys is not changed: other keys for the same persons would be another register. Old keys stay on the ring.
/// </remarks>
public sealed class RotateKeys(
    StorageAccounts storage, IKeyRingSource keys, SealedBlobs blobs, AuditLog audit, TimeProvider clock, ILogger<RotateKeys> log)
{
    private const string Name = "rotation.json";
    private const int Conflict = 409;
    private const int PreconditionFailed = 412;
    private const int NotFound = 404;

    private readonly BlobClient _state = storage.Identity.GetBlobContainerClient(Containers.Persons).GetBlobClient(Name);

    /// <summary>Begins a change of keys, or goes on with the one that is not done.</summary>
    /// <param name="actor">Who asks; for the audit log.</param>
    /// <param name="cancellationToken">Ends the work; calling again goes on.</param>
    public Task<KeyRotationAnswer> RunAsync(string actor, CancellationToken cancellationToken) => RunAsync(actor, begin: true, cancellationToken);

    /// <summary>Goes on with a change of keys that is not done; begins none.</summary>
    public Task<KeyRotationAnswer> GoOnAsync(CancellationToken cancellationToken) => RunAsync("timer", begin: false, cancellationToken);

    private async Task<KeyRotationAnswer> RunAsync(string actor, bool begin, CancellationToken cancellationToken)
    {
        if (await StateAsync(begin, cancellationToken) is not { } state)
        {
            return new KeyRotationAnswer(0, KeyRotationState.None, 0);
        }

        await NoteAsync(state, actor, "keys-rotation-begun", "", cancellationToken);
        if (!(await keys.GetAsync(cancellationToken)).Keys.ContainsKey(state.Target))
        {
            await keys.RotateAsync(cancellationToken);
        }

        if ((await keys.GetAsync(cancellationToken)).Current < state.Target)
        {
            return new KeyRotationAnswer(state.Target, KeyRotationState.Waiting, 0);
        }

        var (all, damaged) = (0L, new SortedSet<string>(StringComparer.Ordinal));
        long found;
        do
        {
            found = await ResealAsync(state.Target, damaged, cancellationToken);
            all += found;
        }
        while (found > 0);
        await NoteAsync(state, actor, "keys-rotated", damaged.Count == 0 ? "done" : string.Create(CultureInfo.InvariantCulture, $"done but for {damaged.Count} damaged"), cancellationToken);
        await CloseAsync(state, cancellationToken);
        Log.KeysRotated(log, state.Target, all, damaged.Count);
        return new KeyRotationAnswer(state.Target, KeyRotationState.Done, all) { Damaged = damaged.Count == 0 ? [] : [.. damaged] };
    }

    // The target is written before the key is made: who dies in between makes this key and no other.
    private async Task<KeyRotation?> StateAsync(bool begin, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (state, version) = await ReadAsync(cancellationToken);
            if (state is { DoneAt: null } || !begin)
            {
                return state is { DoneAt: null } ? state : null;
            }

            var next = new KeyRotation((await keys.GetAsync(cancellationToken)).Keys.Keys.Max() + 1, clock.GetUtcNow().UtcDateTime);
            if (await TryWriteAsync(next, version, cancellationToken))
            {
                return next;
            }
        }
    }

    private async Task<long> ResealAsync(int target, SortedSet<string> damaged, CancellationToken cancellationToken)
    {
        var found = 0L;
        foreach (var (container, nameOf) in Places())
        {
            await foreach (var blob in SealedBlobs.ListAsync(container, cancellationToken))
            {
                try
                {
                    if (await SealedBlobs.FindVersionAsync(blob, cancellationToken) < target)
                    {
                        await blobs.TryResealAsync(blob, nameOf(blob.Name), cancellationToken);
                        found++;
                    }
                }
                catch (Exception e) when (e is CryptographicException or EndOfStreamException)
                {
                    // One that is broken must not keep all others under the old key.
                    damaged.Add($"{container.Name}/{blob.Name}");
                }
            }
        }

        return found;
    }

    private IEnumerable<(BlobContainerClient Container, Func<string, string> SealedAs)> Places() =>
    [
        (storage.Identity.GetBlobContainerClient(Containers.Identity), IdentityStore.SealedAs),
        (storage.Identity.GetBlobContainerClient(Containers.Persons), name => name),
        (storage.Identity.GetBlobContainerClient(Containers.Projects), name => name),
        (storage.Identity.GetBlobContainerClient(Containers.Disclosed), name => name),
        (storage.Landing.GetBlobContainerClient(Containers.Quarantine), name => name),
        (storage.Landing.GetBlobContainerClient(Containers.Archive), name => name),
    ];

    private Task NoteAsync(KeyRotation state, string actor, string action, string outcome, CancellationToken cancellationToken) => audit.AppendAsync(
        new AuditEvent(state.StartedAt, actor, action, string.Create(CultureInfo.InvariantCulture, $"key {state.Target}"), "", outcome) { Log = AuditEvent.PersonsLog },
        cancellationToken);

    private async Task CloseAsync(KeyRotation state, CancellationToken cancellationToken)
    {
        var (now, version) = await ReadAsync(cancellationToken);
        if (now == state)
        {
            await TryWriteAsync(state with { DoneAt = clock.GetUtcNow().UtcDateTime }, version, cancellationToken);
        }
    }

    private async Task<(KeyRotation? State, ETag? Version)> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var found = await _state.DownloadContentAsync(cancellationToken);
            return (JsonSerializer.Deserialize(found.Value.Content, PersonsJson.Default.KeyRotation), found.Value.Details.ETag);
        }
        catch (RequestFailedException e) when (e.Status == NotFound)
        {
            return (null, null);
        }
    }

    private async Task<bool> TryWriteAsync(KeyRotation state, ETag? version, CancellationToken cancellationToken)
    {
        var conditions = version is { } known ? new BlobRequestConditions { IfMatch = known } : new BlobRequestConditions { IfNoneMatch = ETag.All };
        try
        {
            await _state.UploadAsync(
                BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(state, PersonsJson.Default.KeyRotation)),
                new BlobUploadOptions { Conditions = conditions, HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" } }, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is Conflict or PreconditionFailed)
        {
            return false;
        }
    }
}
