using System.Text.Json;
using Azure.Storage.Blobs;
using Kpr.Core.Catalogue.Loading;
using Kpr.Functions.Azure;
using Kpr.Functions.Reference;

namespace Kpr.Local.Referencing;

/// <summary>Puts a set of reference data where the system finds it: the tables first, the manifest last.</summary>
internal static class ReferenceUpload
{
    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    /// <summary>Uploads the set of a folder that has been verified.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="landing">The account that files land in.</param>
    /// <param name="cancellation">Stops the upload.</param>
    public static async Task SendAsync(string folder, BlobServiceClient landing, CancellationToken cancellation)
    {
        var container = landing.GetBlobContainerClient(Containers.Reference);
        foreach (var name in ReferenceTables.All.Select(form => form.File).Append(ReferenceManifest.FileName))
        {
            var path = Path.Combine(folder, name);
            if (File.Exists(path))
            {
                await using var content = File.OpenRead(path);
                await container.GetBlobClient(name).UploadAsync(content, overwrite: true, cancellation);
            }
        }
    }

    /// <summary>Asks the system to look at the manifest at once.</summary>
    /// <param name="http">Address of its HTTP functions.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The reference data of the system afterwards.</returns>
    public static async Task<ReferenceStatus.Answer> ReloadAsync(Uri http, CancellationToken cancellation)
    {
        using var client = new HttpClient { BaseAddress = http };
        return await ReloadAsync(client, cancellation);
    }

    /// <summary>Asks the system to look at the manifest at once.</summary>
    /// <param name="client">Reaches its HTTP functions.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The reference data of the system afterwards.</returns>
    public static async Task<ReferenceStatus.Answer> ReloadAsync(HttpClient client, CancellationToken cancellation)
    {
        using var answer = await client.PostAsync(new Uri("api/reference", UriKind.Relative), content: null, cancellation);
        answer.EnsureSuccessStatusCode();
        return JsonSerializer.Deserialize<ReferenceStatus.Answer>(await answer.Content.ReadAsByteArrayAsync(cancellation), CamelCase)!;
    }
}
