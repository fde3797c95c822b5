using Kpr.Core.Statistics.Cells;
using Kpr.Core.Statistics.Hiding;
using Kpr.Core.Statistics.Rules;

namespace Kpr.Core.Statistics;

/// <summary>Protects a table of counts and audits what is to be published (tabellkontroll).</summary>
/// <param name="rules">The primary rules.</param>
/// <param name="width">How wide the interval must be that can be computed for a hidden cell: upper − lower, in whole numbers.</param>
/// <param name="method">How to protect.</param>
public sealed class TableProtection(PrimaryRules rules, long width, IProtectionMethod method)
{
    /// <summary>Protects a table.</summary>
    /// <param name="layout">Its cells.</param>
    /// <param name="counts">The number of persons in each published cell, totals included.</param>
    /// <returns>The table, whose audit says whether every hidden cell is wide enough.</returns>
    public ProtectedTable Protect(TableLayout layout, IReadOnlyList<long> counts)
    {
        var values = new long[layout.System.Count];
        for (var cell = 0; cell < layout.CellCount; cell++)
        {
            values[layout.CellOf[cell]] = counts[cell];
        }

        return Protect(layout, [.. values.Select(value => new CellFacts(value))]);
    }

    /// <summary>Protects a table.</summary>
    /// <param name="layout">Its cells.</param>
    /// <param name="facts">What the primary rules judge each cell of the system by.</param>
    /// <returns>The table, whose audit says whether every hidden cell is wide enough.</returns>
    public ProtectedTable Protect(TableLayout layout, IReadOnlyList<CellFacts> facts)
    {
        var values = facts.Select(fact => fact.Count).ToArray();
        var primary = rules.Judge(layout.System, facts).Select(reasons => reasons != PrimaryReasons.None).ToArray();

        // A sum of persons may be zero, and is then hidden with them: a hidden cell need not be one at least.
        var least = facts.Any(fact => fact is { Persons: > 0, Count: 0 }) ? 0 : rules.LeastHidden;
        var task = new ProtectionTask(layout.System, values, primary, [.. facts.Select(fact => rules.MayHide(fact.Persons))], least, width)
        {
            Blocks = TableBlocks.Of(layout),
        };
        var protection = method.Protect(task);
        return new ProtectedTable(layout, protection.Published, primary, protection.Audit);
    }
}
