using Kpr.Core.Extracts.Package.Comparison;
using Kpr.Core.Sealing;
using Kpr.Functions.Azure;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>
/// What is kept of an extract to compare a later one of its project with: codebook and keyed sums of rows (<see cref="ContentSums"/>), sealed beside the secrets of projects as
/// <c>sums/{project}/{id}/</c>. They are no use without the secret of the project, outlive the delivery as it does, and go with it.
/// </summary>
/// <param name="storage">The storage accounts.</param>
/// <param name="keys">The register's keys.</param>
/// <param name="nonces">Where nonces come from.</param>
public sealed class KeptSums(StorageAccounts storage, IKeyRingSource keys, NonceSource nonces)
{
    private const string CodebookName = "codebook.sealed";

    /// <summary>The blobs.</summary>
    public SealedContainer Blobs { get; } = new(storage.Identity.GetBlobContainerClient(Containers.Projects), keys, nonces);

    /// <summary>Name of the codebook of an extract; written last, so that all else is there.</summary>
    public static string Codebook(string project, string id) => $"{Of(project)}{id}/{CodebookName}";

    /// <summary>Name of the sums of its persons.</summary>
    public static string Persons(string project, string id) => $"{Of(project)}{id}/persons.sealed";

    /// <summary>Name of the sums of the rows of a table.</summary>
    public static string Rows(string project, string id, string table) => $"{Of(project)}{id}/rows/{table}.sealed";

    /// <summary>Ids of the extracts of a project of which everything is kept.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(string project, CancellationToken cancellationToken) =>
    [
        .. (await Blobs.ListAsync(Of(project), cancellationToken))
            .Select(name => name[Of(project).Length..].Split('/')).Where(parts => parts is [_, CodebookName]).Select(parts => parts[0]),
    ];

    /// <summary>Deletes what is kept of an extract.</summary>
    public Task ForgetAsync(string project, string id, CancellationToken cancellationToken) => Blobs.DeleteAsync($"{Of(project)}{id}/", cancellationToken);

    /// <summary>Deletes what is kept of all extracts of a project.</summary>
    public Task DestroyAsync(string project, CancellationToken cancellationToken) => Blobs.DeleteAsync(Of(project), cancellationToken);

    private static string Of(string project) => $"sums/{project}/";
}
