using System.Diagnostics;
using System.Globalization;
using Kpr.Benchmarks.Measuring;
using Kpr.Benchmarks.Tables;
using Kpr.Core.Statistics;
using Kpr.Core.Statistics.Auditing;
using Kpr.Core.Statistics.Hiding;
using Kpr.Core.Statistics.Rules;

namespace Kpr.Benchmarks;

/// <summary>
/// How many cells protection hides and how long it takes: public tables, when they lie beside the repository, and a synthetic
/// one of the register's shape. The audit is measured as somebody would run it who has the published table alone.
/// </summary>
internal static class TableProtect
{
    /// <summary>Measures.</summary>
    public static Task<string> RunAsync()
    {
        var table = new MarkdownTable("Table, what is hidden, width", "cells", "primary", "secondary", "value", "protect", "audit", "narrower");
        foreach (var (name, read, zeros, width) in Cases())
        {
            Console.Error.WriteLine($"  {name} …");
            if (read() is { } counted)
            {
                Measure(table, name, counted, zeros, width);
            }
        }

        return Task.FromResult($"""
            One process, counts 1–4 hidden, measured cold in this order. What to hide is found by one thread; the audit, at the end
            of `protect` and by itself, works in blocks on all cores, and finds the same on one. `audit` computes the interval of every hidden
            cell from the published table alone and looks for witnesses; `narrower` counts hidden cells whose interval or whose
            witnesses are narrower than the width.

            {table}
            """);
    }

    private static IEnumerable<(string Name, Func<CountedTable?> Read, ZeroPolicy Zeros, long Width)> Cases()
    {
        yield return ("z2: county; zeros shown, 1", () => CountedTable.Public("z2", ["region", "hovedint"], ("region", "fylke")), ZeroPolicy.Publish, 1);
        yield return ("z2: county; zeros shown, 5", () => CountedTable.Public("z2", ["region", "hovedint"], ("region", "fylke")), ZeroPolicy.Publish, 5);
        yield return ("z3: county, half-year; zeros shown, 1", () => Z3(kostra: false), ZeroPolicy.Publish, 1);
        yield return ("z3: county, half-year; zeros shown, 5", () => Z3(kostra: false), ZeroPolicy.Publish, 5);
        yield return ("z3: county, KOSTRA, half-year; zeros hidden, 5", () => Z3(kostra: true), ZeroPolicy.Hide, 5);
        yield return ("357 municipalities × 10 ages × 2 sexes; zeros shown, 5", CountedTable.Synthetic, ZeroPolicy.Publish, 5);
        yield return ("the same; zeros hidden, 5", CountedTable.Synthetic, ZeroPolicy.Hide, 5);
    }

    private static CountedTable? Z3(bool kostra) => CountedTable.Public(
        "z3", ["region", "hovedint", "mnd"], [("region", "fylke"), .. kostra ? [("region", "kostragr")] : Array.Empty<(string, string)>(), ("mnd", "mnd2")]);

    private static void Measure(MarkdownTable table, string name, CountedTable counted, ZeroPolicy zeros, long width)
    {
        var rules = new PrimaryRules { Zeros = zeros };
        var watch = Stopwatch.StartNew();
        var result = new TableProtection(rules, width, new Suppression()).Protect(counted.Layout, counted.Counts);
        var protect = watch.Elapsed;
        watch.Restart();
        var audit = new TableAudit(counted.Layout.System, result.Published, rules.LeastHidden).Run(width)!;
        var audited = watch.Elapsed;
        var hidden = Enumerable.Range(0, counted.Layout.CellCount).Where(cell => result.Published[counted.Layout.CellOf[cell]] is null).ToList();
        var secondary = hidden.Where(cell => !result.Primary[counted.Layout.CellOf[cell]]).ToList();
        table.Add(
            name,
            Number(counted.Layout.CellCount),
            Number(hidden.Count - secondary.Count),
            Number(secondary.Count),
            Number(secondary.Sum(cell => counted.Counts[cell])),
            Figures.Seconds(protect),
            Figures.Seconds(audited),
            Number(audit.NarrowerThan(width).Count()));
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
