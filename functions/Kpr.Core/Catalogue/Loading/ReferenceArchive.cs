using System.IO.Compression;
using System.Security.Cryptography;

namespace Kpr.Core.Catalogue.Loading;

/// <summary>
/// A set of reference data in one file, as it is kept: a ZIP of its manifest and of all its tables, those of the program that took it too,
/// so that a later program reads the same set.
/// </summary>
public static class ReferenceArchive
{
    // The same set, the same bytes.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes a set.</summary>
    public static byte[] Write(ReferenceDataVersion version, IEnumerable<ReferenceFile> tables)
    {
        var files = tables.OrderBy(table => table.Name, StringComparer.Ordinal).ToList();
        var manifest = new ReferenceManifest(
            ReferenceManifest.CurrentFormat, version.Label, version.ValidFrom,
            [.. files.Select(file => new ReferenceManifest.Entry(file.Name, Convert.ToHexStringLower(SHA256.HashData(file.Content.Span))))]);
        using var target = new MemoryStream();
        using (var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files.Prepend(new ReferenceFile(ReferenceManifest.FileName, manifest.Write())))
            {
                var entry = archive.CreateEntry(file.Name);
                entry.LastWriteTime = NoTime;
                using var content = entry.Open();
                content.Write(file.Content.Span);
            }
        }

        return target.ToArray();
    }

    /// <summary>Reads a set.</summary>
    /// <exception cref="InvalidDataException">The file is no archive of a set: it was damaged, or never one.</exception>
    public static ReferenceReading Read(Stream stored)
    {
        using var archive = new ZipArchive(stored, ZipArchiveMode.Read, leaveOpen: true);
        var files = archive.Entries.ToDictionary(entry => entry.FullName, Content, StringComparer.Ordinal);
        var faults = new List<ReferenceFault>();
        return !files.TryGetValue(ReferenceManifest.FileName, out var json) ? throw new InvalidDataException("The archive has no manifest.")
            : ReferenceManifest.Parse(json.Span, faults) is { } manifest ? ReferenceSetReader.Read(manifest, files)
            : ReferenceReading.Refused(faults);
    }

    private static ReadOnlyMemory<byte> Content(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        return copy.ToArray();
    }
}
