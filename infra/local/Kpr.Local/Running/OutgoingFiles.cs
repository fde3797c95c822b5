using Kpr.Core.Formats;

namespace Kpr.Local.Running;

/// <summary>What is sent with a file: the files that it names, when it is a manifest.</summary>
internal static class OutgoingFiles
{
    /// <summary>The files of a delivery, those that are there; the file given comes last.</summary>
    /// <param name="path">The file.</param>
    /// <param name="feed">Its feed.</param>
    public static IReadOnlyList<string> Of(string path, Feed feed)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        return Path.GetFileName(path) == feed.ManifestName
            ? [.. feed.PartsNamedIn(File.ReadAllBytes(path)).Select(name => Path.Combine(folder, name)).Where(File.Exists), path]
            : [path];
    }

    /// <summary>Name of a file in the inbox.</summary>
    /// <param name="path">The file.</param>
    /// <param name="feed">Its feed.</param>
    /// <param name="sender">Its sender.</param>
    public static string InboxName(string path, Feed feed, string sender) => feed.ManifestName is null
        ? $"{feed.Name}/{sender}/{Path.GetFileName(path)}"
        : $"{feed.Name}/{sender}/{Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path)))}/{Path.GetFileName(path)}";
}
