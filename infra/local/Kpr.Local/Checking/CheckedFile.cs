namespace Kpr.Local.Checking;

/// <summary>A file to be judged.</summary>
/// <param name="FullPath">Where it lies.</param>
/// <param name="ShownPath">Its path from the folder that was given, with forward slashes; its base name when it was given itself.</param>
internal sealed record CheckedFile(string FullPath, string ShownPath)
{
    /// <summary>The folders above the file, nearest first: sender and feed when it lies as the register has it.</summary>
    public (string? Sender, string? Feed) Folders
    {
        get
        {
            var sender = Path.GetDirectoryName(FullPath);
            var feed = Path.GetDirectoryName(sender);
            return (Path.GetFileName(sender), Path.GetFileName(feed));
        }
    }
}
