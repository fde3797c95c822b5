using Kpr.Core.Statistics;
using Kpr.Core.Statistics.Auditing;
using Kpr.Core.Statistics.Cells;
using Kpr.Core.Statistics.Hiding;
using Kpr.Core.Statistics.Rules;

namespace Kpr.Core.Tests.Statistics;

/// <summary>Protects a table, and has the published numbers alone audited: no test looks at a table that was not.</summary>
internal static class Verified
{
    /// <summary>Protects a table of persons.</summary>
    public static ProtectedTable Protect(TableLayout layout, IReadOnlyList<long> counts, long width = 5, PrimaryRules? rules = null)
    {
        var result = new TableProtection(rules ?? new PrimaryRules(), width, new Suppression()).Protect(layout, counts);
        Hold(result, rules ?? new PrimaryRules(), width);
        for (var cell = 0; cell < layout.CellCount; cell++)
        {
            Assert.True(result.Published[layout.CellOf[cell]] is not { } shown || shown == counts[cell], $"Cell {cell} is not shown as it is.");
        }

        return result;
    }

    /// <summary>Protects a table of which more is known than its counts.</summary>
    public static ProtectedTable Protect(TableLayout layout, IReadOnlyList<CellFacts> facts, long width = 5, PrimaryRules? rules = null)
    {
        var result = new TableProtection(rules ?? new PrimaryRules(), width, new Suppression()).Protect(layout, facts);
        Hold(result, rules ?? new PrimaryRules(), width);
        return result;
    }

    private static void Hold(ProtectedTable result, PrimaryRules rules, long width)
    {
        var system = result.Layout.System;
        var audit = new TableAudit(system, result.Published, rules.LeastHidden).Run(width)!;

        Assert.Equal(result.Audit.Intervals.Select(Bounds), audit.Intervals.Select(Bounds));
        Assert.Empty(audit.NarrowerThan(width));
        Assert.True(audit.WitnessesHold(system, result.Published, rules.LeastHidden));
        Assert.True(Enumerable.Range(0, system.Count).All(cell => !result.Primary[cell] || result.Published[cell] is null), "A primary cell is shown.");

        static (int, long, long) Bounds(CellInterval interval) => (interval.Cell, interval.Lower, interval.Upper);
    }
}
