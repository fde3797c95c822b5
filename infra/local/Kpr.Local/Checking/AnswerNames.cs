using Kpr.Core.Identity;

namespace Kpr.Local.Checking;

/// <summary>Names of the files that tell about checked files, one for each and none twice.</summary>
/// <param name="end">How the names end.</param>
internal sealed class AnswerNames(string end)
{
    private const int LongestName = 150;

    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// A path as one file name: slashes become two underscores, whatever is no letter, digit, dot or dash becomes one,
    /// and identity numbers are masked. No name leads out of the folder.
    /// </summary>
    public string For(string shownPath)
    {
        var masked = IdentityMask.Apply(shownPath.Replace("/", "__", StringComparison.Ordinal)).Replace('*', 'x');
        var name = new string([.. masked.Take(LongestName).Select(c => char.IsAsciiLetterOrDigit(c) || "æøåÆØÅ._-".Contains(c, StringComparison.Ordinal) ? c : '_')]);
        name = name.TrimStart('.');
        var free = name;
        for (var number = 2; !_names.Add(free); number++)
        {
            free = $"{name}-{number}";
        }

        return free + end;
    }
}
