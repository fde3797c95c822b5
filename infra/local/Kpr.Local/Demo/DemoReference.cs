using Azure.Storage.Blobs;
using Kpr.Functions.Reference;
using Kpr.Local.Referencing;

namespace Kpr.Local.Demo;

/// <summary>Loads the invented ICPC-2, ICD-10 and tariffs into the demo's system, as an operator loads the real ones.</summary>
internal static class DemoReference
{
    private const string Prefix = "reference-sample/";

    /// <summary>Lays the set out in a folder, uploads it and has it loaded.</summary>
    /// <returns>The set in use afterwards.</returns>
    public static async Task<PlannedSet> LoadAsync(BlobServiceClient landing, HttpClient http, string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var assembly = typeof(DemoReference).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            await using var content = assembly.GetManifestResourceStream(name)!;
            await using var target = File.Create(Path.Combine(folder, name[Prefix.Length..]));
            await content.CopyToAsync(target, cancellation);
        }

        await ReferenceUpload.SendAsync(folder, landing, cancellation);
        return (await ReferenceUpload.ReloadAsync(http, cancellation)).InUse;
    }
}
