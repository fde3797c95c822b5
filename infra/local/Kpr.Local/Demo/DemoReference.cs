using Kpr.Functions.Reference;
using Kpr.Local.Referencing;
using Microsoft.Extensions.DependencyInjection;

namespace Kpr.Local.Demo;

/// <summary>Loads the invented ICPC-2, ICD-10 and tariffs into the demo's system, as an operator loads the real ones.</summary>
internal static class DemoReference
{
    private const string Prefix = "reference-sample/";

    /// <summary>Lays the set out in a folder, uploads it and has it loaded.</summary>
    /// <returns>The set in use afterwards.</returns>
    public static async Task<PlannedSet> LoadAsync(LocalSystem system, string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var assembly = typeof(DemoReference).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            await using var content = assembly.GetManifestResourceStream(name)!;
            await using var target = File.Create(Path.Combine(folder, name[Prefix.Length..]));
            await content.CopyToAsync(target, cancellation);
        }

        await ReferenceUpload.SendAsync(folder, system.Storage.Landing, cancellation);
        var state = await system.Services.GetRequiredService<LoadReference>().RunAsync(again: true, cancellation);
        return system.Services.GetRequiredService<ReferenceStatus>().Of(state).InUse;
    }
}
