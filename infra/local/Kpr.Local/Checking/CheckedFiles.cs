using Kpr.Core.Formats;

namespace Kpr.Local.Checking;

/// <summary>The files of one call: those given, and those in the folders given, in ordinal order of path.</summary>
internal static class CheckedFiles
{
    /// <summary>The generator's answer sheet; it lies beside the files and is none of them.</summary>
    private const string AnswerSheet = "expected.json";

    /// <summary>A longer file is no manifest, whatever its name.</summary>
    private const int LongestManifest = 1 << 20;

    // Hidden files are none of the sender's; links could lead in circles.
    private static readonly EnumerationOptions Walk = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
    };

    /// <summary>Finds the files.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="except">Folders that are passed over, since this call writes to them; null is none.</param>
    /// <param name="missing">Takes the paths that do not exist.</param>
    public static IReadOnlyList<CheckedFile> Find(IEnumerable<string> paths, IReadOnlyList<string?> except, ICollection<string> missing)
    {
        var files = new List<CheckedFile>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            if (Directory.Exists(path))
            {
                files.AddRange(InFolder(Path.GetFullPath(path), except).Where(file => seen.Add(file.FullPath)));
            }
            else if (File.Exists(path))
            {
                var full = Path.GetFullPath(path);
                if (seen.Add(full))
                {
                    files.Add(new CheckedFile(full, Path.GetFileName(full)));
                }
            }
            else
            {
                missing.Add(path);
            }
        }

        return files;
    }

    private static IEnumerable<CheckedFile> InFolder(string folder, IReadOnlyList<string?> except)
    {
        var files = Directory.EnumerateFiles(folder, "*", Walk).Where(file => Path.GetFileName(file) != AnswerSheet && !except.Any(other => IsBelow(file, other))).ToList();
        var parts = PartsAmong(files);
        return files.Where(file => !parts.Contains(file))
            .Select(file => new CheckedFile(file, Path.GetRelativePath(folder, file).Replace('\\', '/')))
            .OrderBy(file => file.ShownPath, StringComparer.Ordinal);
    }

    // The files that a manifest names are judged with it.
    private static HashSet<string> PartsAmong(List<string> files)
    {
        var parts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var feed in Feeds.All)
        {
            foreach (var manifest in files.Where(file => Path.GetFileName(file) == feed.ManifestName && new FileInfo(file).Length <= LongestManifest))
            {
                parts.UnionWith(feed.PartsNamedIn(File.ReadAllBytes(manifest)).Select(name => Path.Combine(Path.GetDirectoryName(manifest)!, name)));
            }
        }

        return parts;
    }

    private static bool IsBelow(string file, string? folder) =>
        folder is not null && file.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
