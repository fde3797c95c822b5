namespace Kpr.LocalAzure.Tests.Signatures;

/// <summary>
/// The signatures of the genuine libraries, one file a library, of just those members the local edition has.
/// The whole lists are not in this repository; where they are at hand, the files here can be made from them anew.
/// </summary>
internal sealed class GenuineSignatures
{
    private const string Kept = "tests/Kpr.LocalAzure.Tests/Signatures";

    private GenuineSignatures(IReadOnlyDictionary<string, string[]> libraries) => Libraries = libraries;

    /// <summary>Lines by library.</summary>
    public IReadOnlyDictionary<string, string[]> Libraries { get; }

    public HashSet<string> Lines => [.. Libraries.Values.SelectMany(lines => lines)];

    /// <summary>What is kept in this repository.</summary>
    public static GenuineSignatures Read() => new(ReadFolder(Path.Combine(Repository(), Kept)));

    /// <summary>
    /// The whole lists: in the folder that KPR_UPDATE_SIGNATURES names, or in <c>../shared/azure-api</c> beside the
    /// repository; null when they are not at hand.
    /// </summary>
    public static GenuineSignatures? ReadWhole()
    {
        var named = Environment.GetEnvironmentVariable(SignatureTests.UpdateVariable);
        var folder = named is null or "" or "1" ? Path.Combine(Repository(), "..", "shared", "azure-api") : named;
        return Directory.Exists(folder) ? new GenuineSignatures(ReadFolder(folder)) : null;
    }

    /// <summary>Keeps, of these lists, the lines that are wanted.</summary>
    public void Keep(Func<string, bool> wanted)
    {
        var folder = Path.Combine(Repository(), Kept);
        foreach (var (library, lines) in Libraries)
        {
            var path = Path.Combine(folder, library + ".txt");
            string[] keep = [.. lines.Where(wanted)];
            if (keep.Length > 0)
            {
                File.WriteAllText(path, string.Join('\n', keep) + "\n");
            }
            else
            {
                File.Delete(path);
            }
        }
    }

    private static Dictionary<string, string[]> ReadFolder(string folder) =>
        Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal).ToDictionary(
            path => Path.GetFileNameWithoutExtension(path),
            path => File.ReadAllLines(path).Where(line => line.Length > 0 && line[0] != '#').ToArray());

    private static string Repository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, Kept)))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} has {Kept}.");
    }
}
