using Kpr.Core.Extracts.Population;
using Kpr.Core.Sealing;
using Kpr.Functions.Azure;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>
/// The register keys of the persons of each delivery, sealed, beside the line of the disclosure ledger: <c>{id}.sealed</c>. Written here and read by the app of persons, so that a
/// citizen can be told who got data about her.
/// </summary>
/// <param name="storage">The storage accounts.</param>
/// <param name="keys">The register's keys.</param>
/// <param name="nonces">Where nonces come from.</param>
public sealed class DisclosedPersons(StorageAccounts storage, IKeyRingSource keys, NonceSource nonces)
{
    private readonly SealedContainer _blobs = new(storage.Identity.GetBlobContainerClient(Containers.Disclosed), keys, nonces);

    /// <summary>Keeps the persons of a delivery (<see cref="PersonSet.Write"/>).</summary>
    public Task WriteAsync(string id, byte[]? persons, CancellationToken cancellationToken) =>
        persons is null ? Task.CompletedTask : _blobs.WriteAsync($"{id}.sealed", persons, cancellationToken);
}
