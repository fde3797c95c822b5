using Kpr.Core.Identity;

namespace Kpr.Local.Checking;

/// <summary>The folder that takes each file's findings: <c>{path as a name}.findings.jsonl</c>.</summary>
internal sealed class FindingsFolder
{
    private const int LongestName = 150;

    private readonly string _folder;
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes the folder where there is none.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    public FindingsFolder(string folder) => _folder = Directory.CreateDirectory(folder).FullName;

    /// <summary>The folder's full path.</summary>
    public string FullPath => _folder;

    /// <summary>Opens a new file for a file's findings.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    public FileStream Open(CheckedFile file) =>
        new(Path.Combine(_folder, NameFor(file.ShownPath)), FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16);

    /// <summary>
    /// A path as one file name: slashes become two underscores, whatever is no letter, digit, dot or dash becomes one,
    /// and identity numbers are masked. No name leads out of the folder.
    /// </summary>
    internal string NameFor(string shownPath)
    {
        var masked = IdentityMask.Apply(shownPath.Replace("/", "__", StringComparison.Ordinal)).Replace('*', 'x');
        var name = new string([.. masked.Take(LongestName).Select(c => char.IsAsciiLetterOrDigit(c) || "æøåÆØÅ._-".Contains(c, StringComparison.Ordinal) ? c : '_')]);
        name = name.TrimStart('.');
        var free = name;
        for (var number = 2; !_names.Add(free); number++)
        {
            free = $"{name}-{number}";
        }

        return free + ".findings.jsonl";
    }
}
