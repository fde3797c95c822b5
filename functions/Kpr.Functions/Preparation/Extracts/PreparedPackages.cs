using Kpr.Core.Sealing;
using Kpr.Functions.Azure;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>Packages that wait for release, sealed: <c>{id}/files/{name}.sealed</c>, and the register keys of their persons in <c>{id}/persons.sealed</c>.</summary>
/// <param name="storage">The storage accounts.</param>
/// <param name="keys">The register's keys.</param>
/// <param name="nonces">Where nonces come from.</param>
public sealed class PreparedPackages(StorageAccounts storage, IKeyRingSource keys, NonceSource nonces)
{
    /// <summary>The blobs.</summary>
    public SealedContainer Blobs { get; } = new(storage.Register.GetBlobContainerClient(Containers.Prepared), keys, nonces);

    /// <summary>Name of a file of a package.</summary>
    public static string File(string id, string name) => $"{id}/files/{name}.sealed";

    /// <summary>Name of the list of persons of a package.</summary>
    public static string Persons(string id) => $"{id}/persons.sealed";
}
