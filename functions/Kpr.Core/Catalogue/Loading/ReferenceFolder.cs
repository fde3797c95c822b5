namespace Kpr.Core.Catalogue.Loading;

/// <summary>A set of reference data in a folder: the manifest and its tables.</summary>
public static class ReferenceFolder
{
    /// <summary>Reads a set.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be read.</exception>
    public static ReferenceReading Read(string folder)
    {
        var path = Path.Combine(folder, ReferenceManifest.FileName);
        if (!File.Exists(path))
            return ReferenceReading.Refused([new ReferenceFault(ReferenceManifest.FileName, null, null, "Mappen har ikke noe manifest.")]);
        var faults = new List<ReferenceFault>();
        if (ReferenceManifest.Parse(File.ReadAllBytes(path), faults) is not { } manifest) return ReferenceReading.Refused(faults);

        // The names are those of known tables: none leads out of the folder.
        return ReferenceSetReader.Read(manifest, Tables(folder, manifest.Files.Select(file => file.Name)));
    }

    /// <summary>The tables that lie in a folder, whatever a manifest says.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be read.</exception>
    public static IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Tables(string folder) => Tables(folder, ReferenceTables.All.Select(form => form.File));

    private static Dictionary<string, ReadOnlyMemory<byte>> Tables(string folder, IEnumerable<string> names) =>
        names.Where(name => File.Exists(Path.Combine(folder, name)))
            .ToDictionary(name => name, name => (ReadOnlyMemory<byte>)File.ReadAllBytes(Path.Combine(folder, name)), StringComparer.Ordinal);
}
