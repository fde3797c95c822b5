using System.Text;
using System.Text.RegularExpressions;

namespace Kpr.LocalAzure.Hosting;

/// <summary>The path of a blob trigger, <c>container/{feed}/{name}.xml</c>: which blobs it means, and what their names tell.</summary>
internal sealed partial class BlobPattern
{
    private readonly Regex _name;

    private BlobPattern(string container, string prefix, Regex name)
    {
        Container = container;
        Prefix = prefix;
        _name = name;
    }

    public string Container { get; }

    /// <summary>How every name begins, up to the first expression.</summary>
    public string Prefix { get; }

    /// <summary>Reads a path; one without a name means every blob of the container.</summary>
    /// <exception cref="FormatException">The container is missing or is an expression.</exception>
    public static BlobPattern Parse(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var container = slash < 0 ? path : path[..slash];
        if (container.Length == 0 || container.Contains('{'))
        {
            throw new FormatException($"'{path}' is no path of a blob trigger: it begins with the name of a container.");
        }

        var name = slash < 0 ? "{blobName}" : path[(slash + 1)..];
        var expression = name.IndexOf('{', StringComparison.Ordinal);
        return new BlobPattern(container, expression < 0 ? name : name[..expression], Compile(name));
    }

    /// <summary>What a name tells, by the expressions' names; null when the pattern does not mean it.</summary>
    public Dictionary<string, object?>? Match(string name)
    {
        var match = _name.Match(name);
        return match.Success
            ? match.Groups.Values.Skip(1).ToDictionary(group => group.Name, group => (object?)group.Value, StringComparer.OrdinalIgnoreCase)
            : null;
    }

    // The last expression takes all that is left, slashes too; one before a slash ends at the first slash, one before
    // a dot at the last dot, so that {name}.{extension} reads as people mean it.
    private static Regex Compile(string pattern)
    {
        var text = new StringBuilder("^");
        var at = 0;
        foreach (Match expression in Expression().Matches(pattern))
        {
            text.Append(Regex.Escape(pattern[at..expression.Index]));
            at = expression.Index + expression.Length;
            var follows = at < pattern.Length ? pattern[at] : '\0';
            text.Append("(?<").Append(expression.Groups[1].Value).Append('>').Append(follows switch
            {
                '/' => "[^/]+",
                '\0' or '.' => ".+",
                _ => ".+?",
            }).Append(')');
        }

        text.Append(Regex.Escape(pattern[at..])).Append('$');
        return new Regex(text.ToString(), RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture);
    }

    [GeneratedRegex(@"\{([A-Za-z_][A-Za-z0-9_]*)\}")]
    private static partial Regex Expression();
}
