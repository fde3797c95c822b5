using Kpr.Core.Sealing;
using Kpr.Functions.Azure;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>
/// What is between two steps of an extract: person keys and rows of the register, sealed, in the register's own account. It is gone when the extract is made or
/// given up.
/// </summary>
/// <param name="storage">The storage accounts.</param>
/// <param name="keys">The register's keys.</param>
/// <param name="nonces">Where nonces come from.</param>
public sealed class ExtractWork(StorageAccounts storage, IKeyRingSource keys, NonceSource nonces)
{
    /// <summary>The blobs, each extract in a folder of its id.</summary>
    public SealedContainer Blobs { get; } = new(storage.Register.GetBlobContainerClient(Containers.Extracting), keys, nonces);
}
