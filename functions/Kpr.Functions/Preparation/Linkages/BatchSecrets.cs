using Kpr.Core.Extracts.Population;
using Kpr.Core.Linking;
using Kpr.Core.Sealing;
using Kpr.Functions.Azure;
using Kpr.Functions.Linkages;
using Kpr.Functions.Preparation.Extracts;

namespace Kpr.Functions.Preparation.Linkages;

/// <summary>
/// What serial numbers are made of, sealed under the register's key ring beside the secrets of projects: <c>batches/{id}.sealed</c>, the secret of a batch, and
/// <c>populations/{id}.sealed</c>, the register keys of everybody with a serial number. When both are gone, nobody can make the numbers again or tell whose they were.
/// </summary>
/// <param name="storage">The storage accounts.</param>
/// <param name="keys">The register's keys.</param>
/// <param name="nonces">Where nonces come from.</param>
public sealed class BatchSecrets(StorageAccounts storage, IKeyRingSource keys, NonceSource nonces)
{
    private readonly SealedContainer _blobs = new(storage.Identity.GetBlobContainerClient(Containers.Projects), keys, nonces);

    /// <summary>The secret of a batch; drawn where there is none. Of two who draw at once, both get the one that was kept.</summary>
    public async Task<BatchSecret> EnsureAsync(string caseId, string batch, CancellationToken cancellationToken)
    {
        if (await FindAsync(caseId, batch, cancellationToken) is { } known)
        {
            return known;
        }

        var drawn = BatchSecret.Draw(caseId, batch);
        return await _blobs.TryAddAsync(Secret(LinkageStore.IdOf(caseId, batch)), drawn.Reveal().ToArray(), cancellationToken)
            ? drawn
            : (await FindAsync(caseId, batch, cancellationToken))!;
    }

    /// <summary>The secret of a batch; null when it was never drawn, or is destroyed.</summary>
    public async Task<BatchSecret?> FindAsync(string caseId, string batch, CancellationToken cancellationToken) =>
        await _blobs.FindAsync(Secret(LinkageStore.IdOf(caseId, batch)), cancellationToken) is { } kept ? new BatchSecret(caseId, batch, kept) : null;

    /// <summary>Keeps the population of a batch.</summary>
    public Task WritePopulationAsync(string id, PersonSet population, CancellationToken cancellationToken) => _blobs.WriteAsync(Population(id), population.Write(), cancellationToken);

    /// <summary>Everybody with a serial number of a batch, by the keys that these are made of; null when the batch is not issued, or is destroyed.</summary>
    public async Task<PersonSet?> FindPopulationAsync(string id, CancellationToken cancellationToken)
    {
        if (await _blobs.FindAsync(Population(id), cancellationToken) is not { } kept)
        {
            return null;
        }

        var population = new PersonSet();
        population.Read(kept);
        return population;
    }

    /// <summary>Destroys secret and population of a batch.</summary>
    public async Task DestroyAsync(string id, CancellationToken cancellationToken)
    {
        await _blobs.DeleteAsync(Secret(id), cancellationToken);
        await _blobs.DeleteAsync(Population(id), cancellationToken);
    }

    private static string Secret(string id) => $"batches/{id}.sealed";

    private static string Population(string id) => $"populations/{id}.sealed";
}
