using System.Text.Json;
using Kpr.Core.Extracts.Keys;
using Kpr.Core.Sealing;
using Kpr.Functions.Azure;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>
/// The secrets behind the keys of projects, sealed under the register's key ring, whose keys Key Vault wraps: <c>secrets/{project}.sealed</c> in the identity account. A secret that
/// is deleted cannot be drawn again: no later delivery has its keys, and nobody can tell whose they were.
/// </summary>
/// <param name="storage">The storage accounts.</param>
/// <param name="keys">The register's keys.</param>
/// <param name="nonces">Where nonces come from.</param>
public sealed class ProjectSecrets(StorageAccounts storage, IKeyRingSource keys, NonceSource nonces)
{
    private const string Folder = "secrets/";

    private readonly SealedContainer _blobs = new(storage.Identity.GetBlobContainerClient(Containers.Projects), keys, nonces);

    /// <summary>The secret of a project; drawn where there is none. Of two who draw at once, both get the one that was kept.</summary>
    public async Task<ProjectSecret> EnsureAsync(string project, CancellationToken cancellationToken)
    {
        if (await FindAsync(project, cancellationToken) is { } known)
        {
            return known;
        }

        var drawn = ProjectSecret.Draw(project);
        return await _blobs.TryAddAsync(Name(project), JsonSerializer.SerializeToUtf8Bytes(drawn), cancellationToken)
            ? drawn
            : (await FindAsync(project, cancellationToken))!;
    }

    /// <summary>The secret of a project that was planned with.</summary>
    /// <exception cref="InvalidOperationException">It was destroyed meanwhile.</exception>
    public async Task<ProjectSecret> GetAsync(string project, CancellationToken cancellationToken) =>
        await FindAsync(project, cancellationToken) ?? throw new InvalidOperationException($"The secret of project {project} is destroyed.");

    /// <summary>Projects that have a secret.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await _blobs.ListAsync(Folder, cancellationToken)).Select(name => name[Folder.Length..^".sealed".Length])];

    /// <summary>Destroys the secret of a project.</summary>
    public Task DestroyAsync(string project, CancellationToken cancellationToken) => _blobs.DeleteAsync(Name(project), cancellationToken);

    private async Task<ProjectSecret?> FindAsync(string project, CancellationToken cancellationToken) =>
        await _blobs.FindAsync(Name(project), cancellationToken) is { } kept ? JsonSerializer.Deserialize<ProjectSecret>(kept) : null;

    private static string Name(string project) => $"{Folder}{project}.sealed";
}
