using System.Text;
using System.Text.Json.Nodes;
using Kpr.Core.Extracts.Package;

namespace Kpr.Local.Demo;

/// <summary>The head of each table of a package, with its codebook.</summary>
internal static class PackageHead
{
    private const int Rows = 5;

    /// <summary>Writes them.</summary>
    /// <param name="files">The files of the package, by name.</param>
    /// <param name="output">Where.</param>
    public static async Task WriteAsync(IReadOnlyDictionary<string, byte[]> files, TextWriter output)
    {
        var package = JsonNode.Parse(files[DataPackageJson.FileName])!;
        foreach (var table in package["resources"]!.AsArray())
        {
            await output.WriteLineAsync($"{table!["path"]}:");
            foreach (var line in Encoding.UTF8.GetString(files[(string)table["path"]!]).Split('\n').Take(Rows + 1))
            {
                await output.WriteLineAsync($"  {line.TrimEnd('\r')}");
            }

            foreach (var field in table["schema"]!["fields"]!.AsArray())
            {
                await output.WriteLineAsync($"  {field!["name"]} ({field["type"]}): {field["title"] ?? field["description"]}");
            }
        }
    }
}
