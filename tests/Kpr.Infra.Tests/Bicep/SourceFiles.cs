using System.Collections.Concurrent;
using System.Text.Json;

namespace Kpr.Infra.Tests.Bicep;

/// <summary>The files of the repository by path from its root, some of them perhaps with another text: for mutations.</summary>
internal sealed class SourceFiles
{
    private readonly Dictionary<string, string> _changed = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, BicepFile> _parsed = new(StringComparer.Ordinal);

    private static readonly SourceFiles Original = new();
    private static readonly AsyncLocal<SourceFiles?> Mutated = new();

    /// <summary>The files as they are; within <see cref="Mutate"/>, as they would be.</summary>
    public static SourceFiles Repository => Mutated.Value ?? Original;

    public IReadOnlyList<string> BicepPaths { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Folder, "infra"), "*.bicep", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/node_modules/", StringComparison.Ordinal))
            .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    private static string Folder => Functions.Tests.House.RepositoryFolder.Path;

    /// <summary>Does something as if a text were another.</summary>
    public static void Mutate(string path, string old, string replacement, Action action)
    {
        Mutated.Value = Original.With(path, old, replacement);
        try
        {
            action();
        }
        finally
        {
            Mutated.Value = null;
        }
    }

    /// <summary>The same files with one text changed; what is to be changed must be there.</summary>
    public SourceFiles With(string path, string old, string replacement)
    {
        var text = Text(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        var changed = new SourceFiles();
        foreach (var (other, content) in _changed)
        {
            changed._changed[other] = content;
        }

        changed._changed[path] = text.Replace(old, replacement, StringComparison.Ordinal);
        return changed;
    }

    public string Text(string path) => _changed.TryGetValue(path, out var text) ? text : File.ReadAllText(Path.Combine(Folder, path));

    public BicepFile Bicep(string path) => _parsed.GetOrAdd(path, _ => BicepParser.Parse(Text(path), path));

    public object? Json(string path)
    {
        using var document = JsonDocument.Parse(Text(path));
        return Value(document.RootElement);
    }

    /// <summary>A path as a file writes it, from the root.</summary>
    public static string Resolve(string from, string path)
    {
        var parts = new List<string>(from.Split('/')[..^1]);
        foreach (var part in path.Split('/'))
        {
            if (part == "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    private static object? Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().ToDictionary(property => property.Name, property => Value(property.Value), StringComparer.Ordinal),
        JsonValueKind.Array => element.EnumerateArray().Select(Value).ToList(),
        JsonValueKind.Number => element.GetInt64(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Null => null,
        _ => element.GetString(),
    };
}
