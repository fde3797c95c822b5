namespace Kpr.Local.Checking;

/// <summary>The folder that takes each file's findings: <c>{path as a name}.findings.jsonl</c>.</summary>
internal sealed class FindingsFolder
{
    private readonly string _folder;
    private readonly AnswerNames _names = new(".findings.jsonl");

    /// <summary>Makes the folder where there is none.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    public FindingsFolder(string folder) => _folder = Directory.CreateDirectory(folder).FullName;

    /// <summary>The folder's full path.</summary>
    public string FullPath => _folder;

    /// <summary>Opens a new file for a file's findings.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    public FileStream Open(CheckedFile file) =>
        new(Path.Combine(_folder, NameFor(file.ShownPath)), FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16);

    /// <summary>Name of the file for a path.</summary>
    internal string NameFor(string shownPath) => _names.For(shownPath);
}
