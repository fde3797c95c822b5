namespace Kpr.Core.Tests;

/// <summary>The folder <c>shared</c> beside the repository: public schemas and facts that tests may read when they are there.</summary>
internal static class SharedFolder
{
    /// <summary>Path of the root of the repository.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>The path of something in the folder; null when it is not there.</summary>
    public static string? Find(string path)
    {
        var full = Path.Combine(Path.GetDirectoryName(Repository)!, "shared", path);
        return Path.Exists(full) ? full : null;
    }

    private static string FindRepository()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "KprFunctions.sln")))
            {
                return folder;
            }
        }

        throw new DirectoryNotFoundException("The tests do not lie in the repository.");
    }
}
