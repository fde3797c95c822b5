using System.Globalization;

namespace Kpr.Core.Statistics.Rules;

/// <summary>Reads a rule with its parameters: <c>dominance</c> with <c>n=2 share=0.9</c>.</summary>
internal static class RuleParameters
{
    private const int MostCount = 1_000_000;

    // What hides nothing, to be tightened by the rows.
    private static readonly PrimaryRules Loosest = new() { HideBelow = 1, Width = 1 };

    /// <summary>The rules, by name, with the parameters of each.</summary>
    public static IReadOnlyDictionary<string, string[]> Known { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["hide-below"] = ["below"],
        ["zeros"] = ["policy"],
        ["width"] = ["least"],
        ["contributors"] = ["fewest"],
        ["dominance"] = ["n", "share"],
        ["p-percent"] = ["p"],
        ["collapse"] = ["below"],
        ["small-municipality"] = ["below"],
    };

    /// <summary>Reads.</summary>
    /// <param name="rule">Name of the rule.</param>
    /// <param name="text">Its parameters.</param>
    /// <param name="rules">The rule alone; null when there is a fault.</param>
    /// <returns>What is wrong, in Norwegian; null when nothing is.</returns>
    public static string? Read(string rule, string text, out PrimaryRules? rules)
    {
        rules = null;
        if (!Known.TryGetValue(rule, out var names))
        {
            return $"Det finnes ingen regel «{rule}». Regler: {string.Join(", ", Known.Keys)}.";
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0 || !values.TryAdd(part[..at], part[(at + 1)..]))
            {
                return $"«{part}» er ikke navn=verdi, eller står to ganger.";
            }
        }

        if (values.Count != names.Length || !names.All(values.ContainsKey))
        {
            return $"«{rule}» skal ha {string.Join(" og ", names)}, og bare det.";
        }

        rules = rule switch
        {
            "hide-below" => Count("below", 2) is { } below ? Loosest with { HideBelow = below } : null,
            "zeros" => values["policy"] switch { "publish" => Loosest, "hide" => Loosest with { Zeros = ZeroPolicy.Hide }, _ => null },
            "width" => Count("least", 1) is { } least ? Loosest with { Width = least } : null,
            "contributors" => Count("fewest", 2) is { } fewest ? Loosest with { FewestContributors = fewest } : null,
            "dominance" => Count("n", 1) is <= CellContributors.MostLargest and { } n && Share("share") is { } share ? Loosest with { Dominance = new DominanceRule(n, share) } : null,
            "p-percent" => Share("p") is { } p ? Loosest with { PPercent = p } : null,
            "collapse" => Count("below", 2) is { } group ? Loosest with { CollapseBelow = group } : null,
            _ => Count("below", 2) is { } small ? Loosest with { SmallMunicipalityBelow = small } : null,
        };
        return rules is null ? $"«{text}» har en verdi utenfor det «{rule}» tillater." : null;

        int? Count(string name, int least) =>
            int.TryParse(values[name], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= least && count <= MostCount ? count : null;

        double? Share(string name) =>
            double.TryParse(values[name], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is > 0 and < 1 ? share : null;
    }
}
