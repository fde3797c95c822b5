using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Kpr.Core.Catalogue;
using Kpr.Core.Catalogue.Loading;
using Kpr.Functions.Azure;

namespace Kpr.Functions.Reference;

/// <summary>
/// The sets of reference data: which one is in force, and every set that ever was, by its version. A file asks for the set in force when it
/// is claimed, and by version ever after.
/// </summary>
/// <param name="storage">The storage accounts.</param>
/// <param name="clock">The time.</param>
public sealed class ReferenceStore(StorageAccounts storage, TimeProvider clock)
{
    private const string StateName = "state.json";
    private const int SetsInMemory = 4;

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly BlobContainerClient _container = storage.Landing.GetBlobContainerClient(Containers.Reference);
    private readonly Lock _lock = new();
    private readonly List<ReferenceData> _sets = [];
    private volatile Known? _known;
    private volatile bool _defaultIsKept;

    /// <summary>The set that files received now are judged by. A set loaded by another host is seen within a minute.</summary>
    public async Task<ReferenceData> CurrentAsync(CancellationToken cancellationToken)
    {
        var current = await InForceAsync(cancellationToken);
        if (ReferenceEquals(current, ReferenceData.Default) && !_defaultIsKept)
        {
            // A later program brings other tables: files under judgement then go on with these.
            await KeepAsync(ReferenceData.Default.Version, EmbeddedReferenceData.Files, cancellationToken);
            _defaultIsKept = true;
        }

        return current;
    }

    /// <summary>The set in force today, for those who judge nothing by it that lasts.</summary>
    public async Task<ReferenceData> InForceAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var state = _known is { } known && now < known.Until ? known.State : (await ReadStateAsync(cancellationToken)).State;
        return state.InForceOn(NorwegianTime.DateAt(now)) is { } planned ? await GetAsync(planned.Version, cancellationToken) : ReferenceData.Default;
    }

    /// <summary>The set of a version.</summary>
    /// <param name="version">Its id; empty for files claimed before sets had versions, which the program's own set judges.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="InvalidDataException">The set is damaged, or not one that this program can read.</exception>
    /// <exception cref="RequestFailedException">The set is not there (404).</exception>
    public async Task<ReferenceData> GetAsync(string version, CancellationToken cancellationToken)
    {
        if (version.Length == 0 || version == ReferenceData.Default.Version.Id)
        {
            return ReferenceData.Default;
        }

        lock (_lock)
        {
            if (_sets.Find(set => set.Version.Id == version) is { } known)
            {
                return known;
            }
        }

        var archive = (await Archive(version).DownloadContentAsync(cancellationToken)).Value.Content;
        using var content = archive.ToStream();
        var reading = ReferenceArchive.Read(content);
        return reading.Set is { } read && read.Version.Id == version
            ? Remember(read)
            : throw new InvalidDataException($"Reference data {version} cannot be read: {reading.Faults.Count} faults, first {(reading.Faults is [var first, ..] ? first : null)}.");
    }

    /// <summary>The state as it is now, with what to give to <see cref="TryWriteStateAsync"/>.</summary>
    public async Task<(ReferenceState State, ETag? ETag)> ReadStateAsync(CancellationToken cancellationToken)
    {
        var found = await _container.GetBlobClient(StateName).FindAsync(cancellationToken);
        var state = found is null ? ReferenceState.Empty : JsonSerializer.Deserialize(found.Content, ReferenceJson.Default.ReferenceState)!;
        _known = new Known(state, clock.GetUtcNow() + Fresh);
        return (state, found?.Details.ETag);
    }

    /// <summary>Writes the state that is in force from now on.</summary>
    /// <returns>False when somebody else has written it since it was read.</returns>
    public async Task<bool> TryWriteStateAsync(ReferenceState state, ETag? seen, CancellationToken cancellationToken)
    {
        var written = await _container.GetBlobClient(StateName).TryWriteAsync(state, ReferenceJson.Default.ReferenceState, seen, cancellationToken);
        _known = written ? new Known(state, clock.GetUtcNow() + Fresh) : null;
        return written;
    }

    /// <summary>Keeps a set for as long as anything was judged by it.</summary>
    public Task KeepAsync(ReferenceDataVersion version, IEnumerable<ReferenceFile> tables, CancellationToken cancellationToken) =>
        Archive(version.Id).TryWriteAsync(ReferenceArchive.Write(version, tables), seen: null, cancellationToken);

    /// <summary>A set as it is kept: a ZIP of its manifest and tables. Null when there is none of the version.</summary>
    public async Task<BinaryData?> FindArchiveAsync(string version, CancellationToken cancellationToken) =>
        ReferenceDataVersion.IsId(version) ? (await Archive(version).FindAsync(cancellationToken))?.Content : null;

    private BlobClient Archive(string version) => _container.GetBlobClient($"sets/{version}.zip");

    private ReferenceData Remember(ReferenceData read)
    {
        lock (_lock)
        {
            if (_sets.Find(set => set.Version.Id == read.Version.Id) is { } known)
            {
                return known;
            }

            if (_sets.Count == SetsInMemory)
            {
                _sets.RemoveAt(0);
            }

            _sets.Add(read);
            return read;
        }
    }

    private sealed record Known(ReferenceState State, DateTimeOffset Until);
}
