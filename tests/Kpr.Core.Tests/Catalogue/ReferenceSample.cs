using Kpr.Core.Catalogue;
using Kpr.Core.Catalogue.Loading;

namespace Kpr.Core.Tests.Catalogue;

/// <summary>The invented sets of reference data that tests load.</summary>
internal static class ReferenceSample
{
    /// <summary>The folder with the invented ICPC-2, ICD-10 and tariffs.</summary>
    public static string Folder { get; } = Path.Combine(SharedFolder.Repository, "tests", "reference-sample");

    /// <summary>The set in <see cref="Folder"/>.</summary>
    public static ReferenceData Set { get; } = ReferenceFolder.Read(Folder).Set!;

    /// <summary>Reads a set of tables given as text.</summary>
    public static ReferenceReading Read(params (string Name, string Text)[] tables) =>
        Read("prove", tables.Select(table => (table.Name, System.Text.Encoding.UTF8.GetBytes(table.Text))));

    /// <summary>Reads a set of tables given as bytes, in the order given.</summary>
    public static ReferenceReading Read(string label, IEnumerable<(string Name, byte[] Content)> tables)
    {
        var files = tables.ToList();
        var manifest = new ReferenceManifest(
            ReferenceManifest.CurrentFormat, label, new DateOnly(2026, 1, 1),
            [.. files.Select(file => new ReferenceManifest.Entry(file.Name, Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(file.Content))))]);
        return ReferenceSetReader.Read(manifest, files.ToDictionary(file => file.Name, file => (ReadOnlyMemory<byte>)file.Content));
    }

    /// <summary>A table of this program with its text changed.</summary>
    public static (string Name, string Text) Changed(string name, Func<string, string> change)
    {
        var table = EmbeddedReferenceData.Files.Single(file => file.Name == name);
        return (name, change(System.Text.Encoding.UTF8.GetString(table.Content.Span)));
    }
}
