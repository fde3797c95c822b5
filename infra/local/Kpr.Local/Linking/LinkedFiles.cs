using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Kpr.Core.Extracts.Package;
using Kpr.Core.Linking;

namespace Kpr.Local.Linking;

/// <summary>Links what the sources delivered: tables under the project's keys, and figures of how well it went.</summary>
internal static class LinkedFiles
{
    /// <summary>Writes them.</summary>
    /// <returns>The exit code: 1 when something was held, or a source is missing.</returns>
    public static int Write(string issued, string deliveries, string folder, X509Certificate2? key, CommandOutput output)
    {
        if (LinkageSheet.Read(issued) is not { } sheet || !sheet.IsPossible())
        {
            output.Error.WriteLine("Mappen har ingen linkage.json fra kpr linkage keys eller fra registeret.");
            return ExitCode.Usage;
        }

        var maps = new EnvelopedFolder(Path.Combine(issued, "maps"), key);
        var came = new List<SourceDelivery>();
        var unreadable = 0;
        foreach (var source in sheet.Sources)
        {
            var place = new EnvelopedFolder(Path.Combine(deliveries, source), key);
            if (!place.Has(SourceManifest.FileName))
            {
                continue;
            }

            if (SourceManifest.Read(place.Read(SourceManifest.FileName)) is { } manifest)
            {
                came.Add(new SourceDelivery(manifest, () => maps.Open($"{source}.map"), place.Open));
            }
            else
            {
                output.Error.WriteLine($"{source}: {SourceManifest.FileName} kan ikke leses.");
                unreadable++;
            }
        }

        if (came.Count == 0)
        {
            output.Error.WriteLine("Ingen kilde har levert.");
            return ExitCode.Usage;
        }

        var result = new Linker(sheet.Case, sheet.Batch, sheet.Sources, () => PrivateFile.Scratch(folder)).Link(came, name => PrivateFile.Create(Path.Combine(folder, $"{name}.csv")));
        var text = result.ToText();
        output.Out.Write(text);
        File.WriteAllText(Path.Combine(folder, "figures.txt"), text);
        var files = result.Tables.ToDictionary(table => table.Table.Name, table => Packaged(folder, table), StringComparer.Ordinal);
        File.WriteAllBytes(Path.Combine(folder, DataPackageJson.FileName), LinkedPackageJson.Of(sheet.Case, sheet.Batch, result, files));
        return unreadable == 0 && result.IsWhole && result.Sources.All(source => source.Delivered) ? ExitCode.Good : ExitCode.JudgedBad;
    }

    private static PackagedFile Packaged(string folder, LinkedTable table)
    {
        var name = $"{table.Table.Name}.csv";
        using var content = File.OpenRead(Path.Combine(folder, name));
        return new PackagedFile(name, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)), table.Rows);
    }
}
