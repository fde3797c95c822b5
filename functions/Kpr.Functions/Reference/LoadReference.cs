using Azure.Storage.Blobs;
using Kpr.Core.Catalogue;
using Kpr.Core.Catalogue.Loading;
using Kpr.Functions.Azure;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Reference;

/// <summary>
/// Loads the set of reference data that the operator has put into the container: the tables first, the manifest last. A set that does not
/// hold is refused as a whole, and the one in use stays.
/// </summary>
/// <param name="storage">The storage accounts.</param>
/// <param name="store">The sets.</param>
/// <param name="clock">The time.</param>
/// <param name="log">Tells of sets taken and refused.</param>
public sealed class LoadReference(StorageAccounts storage, ReferenceStore store, TimeProvider clock, ILogger<LoadReference> log)
{
    private const int Tries = 20;

    private readonly BlobContainerClient _container = storage.Landing.GetBlobContainerClient(Containers.Reference);

    /// <summary>Looks at the manifest, and loads the set that it names when it has changed.</summary>
    /// <param name="again">Whether to look at the tables even when the manifest is the one looked at last: they may have come after it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The state afterwards.</returns>
    public async Task<ReferenceState> RunAsync(bool again, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            var (state, seen) = await store.ReadStateAsync(cancellationToken);
            var manifest = await _container.GetBlobClient(ReferenceManifest.FileName).FindAsync(cancellationToken);
            var etag = manifest?.Details.ETag.ToString();
            if (manifest is null || etag is null || (etag == state.Manifest && !again))
            {
                return state;
            }

            var reading = await ReadAsync(manifest.Content, cancellationToken);
            var next = await NextAsync(state, reading, etag, cancellationToken);
            if (await store.TryWriteStateAsync(next, seen, cancellationToken))
            {
                Tell(reading);
                return next;
            }
        }

        throw new InvalidOperationException($"The state of reference data was changed by others {Tries} times in a row.");
    }

    private async Task<ReferenceReading> ReadAsync(BinaryData json, CancellationToken cancellationToken)
    {
        var faults = new List<ReferenceFault>();
        if (ReferenceManifest.Parse(json.ToMemory().Span, faults) is not { } manifest)
        {
            return ReferenceReading.Refused(faults);
        }

        var files = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        foreach (var file in manifest.Files)
        {
            if (await _container.GetBlobClient(file.Name).FindAsync(cancellationToken) is { } found)
            {
                files.Add(file.Name, found.Content.ToMemory());
            }
        }

        return ReferenceSetReader.Read(manifest, files);
    }

    private async Task<ReferenceState> NextAsync(ReferenceState state, ReferenceReading reading, string etag, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (reading.Set is not { } set)
        {
            return state.With(ReferenceRefusal.Of(now, reading.Faults), etag);
        }

        if (state.Sets is [.., var last] && last.Version == set.Version.Id)
        {
            return state with { Manifest = etag };
        }

        // The set before the state that names it: who sees the one finds the other.
        await store.KeepAsync(set.Version, reading.Tables, cancellationToken);
        return state.With(PlannedSet.Of(set, now), etag);
    }

    private void Tell(ReferenceReading reading)
    {
        if (reading.Set is { Version: { } version, Missing: var missing })
        {
            Log.ReferenceLoaded(log, version.Id, version.ValidFrom);
            if (missing != OptionalCatalogues.None)
            {
                Log.ReferenceLacks(log, version.Id, missing);
            }
        }
        else
        {
            var first = reading.Faults[0];
            Log.ReferenceRefused(log, reading.Faults.Count, first.File, first.Line ?? 0);
        }
    }
}
