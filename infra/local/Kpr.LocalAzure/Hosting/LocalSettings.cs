using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;

namespace Kpr.LocalAzure.Hosting;

/// <summary>
/// The <c>Values</c> of <c>local.settings.json</c>, or of <c>local.settings.sample.json</c> where there is none,
/// looked for from the content root upwards to the root of the repository. Everything else overrides them.
/// </summary>
internal static class LocalSettings
{
    public static void AddTo(IConfigurationBuilder configuration, string contentRoot)
    {
        var file = Find(contentRoot, "local.settings.json") ?? Find(contentRoot, "local.settings.sample.json");
        if (file is not null)
        {
            configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Read(file) });
        }
    }

    private static string? Find(string from, string name)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, name);
            if (File.Exists(file))
            {
                return file;
            }

            if (Path.Exists(Path.Combine(folder.FullName, ".git")))
            {
                return null;
            }
        }

        return null;
    }

    private static Dictionary<string, string?> Read(string file)
    {
        using var document = JsonDocument.Parse(
            File.ReadAllBytes(file), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        if (document.RootElement.TryGetProperty("Values", out var section))
        {
            foreach (var value in section.EnumerateObject())
            {
                values[value.Name.Replace("__", ":", StringComparison.Ordinal)] = value.Value.ToString();
            }
        }

        return values;
    }
}
