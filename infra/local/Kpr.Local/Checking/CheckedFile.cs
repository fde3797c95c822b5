using Kpr.Core.Formats;

namespace Kpr.Local.Checking;

/// <summary>A file to be judged.</summary>
/// <param name="FullPath">Where it lies.</param>
/// <param name="ShownPath">Its path from the folder that was given, with forward slashes; its base name when it was given itself.</param>
internal sealed record CheckedFile(string FullPath, string ShownPath)
{
    /// <summary>Sender and feed by the folders above the file, when it lies as the register has it: feed/sender/file, or feed/sender/delivery/file.</summary>
    public (string? Sender, string? Feed) Folders
    {
        get
        {
            var folder = Path.GetDirectoryName(FullPath);
            var above = Path.GetDirectoryName(folder);
            var top = Path.GetFileName(Path.GetDirectoryName(above));
            return top is not null && Feeds.Find(top) is { ManifestName: not null }
                ? (Path.GetFileName(above), top)
                : (Path.GetFileName(folder), Path.GetFileName(above));
        }
    }
}
