namespace Kpr.Local.Linking;

/// <summary>Files that nobody but their owner may read.</summary>
internal static class PrivateFile
{
    /// <summary>A new file, for its owner alone.</summary>
    public static FileStream Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new FileStream(path, Options(FileOptions.None, FileMode.Create));
    }

    /// <summary>An empty file for sorting, gone when it is closed.</summary>
    /// <param name="folder">Where: a place whose owner may see what is linked.</param>
    public static FileStream Scratch(string folder)
    {
        Directory.CreateDirectory(folder);
        return new FileStream(Path.Combine(folder, Path.GetRandomFileName()), Options(FileOptions.DeleteOnClose, FileMode.CreateNew));
    }

    private static FileStreamOptions Options(FileOptions options, FileMode mode)
    {
        var chosen = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = options };
        if (!OperatingSystem.IsWindows())
        {
            chosen.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return chosen;
    }
}
