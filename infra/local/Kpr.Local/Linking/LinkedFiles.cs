using Kpr.Core.Linking;

namespace Kpr.Local.Linking;

/// <summary>Links what the sources delivered: tables under the project's keys, and figures of how well it went.</summary>
internal static class LinkedFiles
{
    /// <summary>Writes them.</summary>
    /// <returns>The exit code: 1 when something was held, or a source is missing.</returns>
    public static int Write(string issued, string deliveries, string folder, CommandOutput output)
    {
        if (LinkageSheet.Read(issued) is not { } sheet || !sheet.IsPossible())
        {
            output.Error.WriteLine("Mappen har ingen linkage.json fra kpr linkage keys.");
            return ExitCode.Usage;
        }

        var came = new List<SourceDelivery>();
        var unreadable = 0;
        foreach (var source in sheet.Sources)
        {
            var place = Path.Combine(deliveries, source);
            if (!File.Exists(Path.Combine(place, "manifest.json")))
            {
                continue;
            }

            if (SourceManifest.Read(File.ReadAllBytes(Path.Combine(place, "manifest.json"))) is { } manifest)
            {
                // A name in a manifest leads nowhere but into its own folder.
                came.Add(new SourceDelivery(
                    manifest, () => File.OpenRead(Path.Combine(issued, "maps", $"{source}.map")), name => File.OpenRead(Path.Combine(place, Path.GetFileName(name)))));
            }
            else
            {
                output.Error.WriteLine($"{source}: manifest.json kan ikke leses.");
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
        return unreadable == 0 && result.IsWhole && result.Sources.All(source => source.Delivered) ? ExitCode.Good : ExitCode.JudgedBad;
    }
}
