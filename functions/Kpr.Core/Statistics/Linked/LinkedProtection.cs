using Kpr.Core.Statistics.Auditing;
using Kpr.Core.Statistics.Cells;
using Kpr.Core.Statistics.Hiding;

namespace Kpr.Core.Statistics.Linked;

/// <summary>Protects all tables of a request as one system: what follows from several of them together is hidden as what follows from one.</summary>
/// <param name="method">How to protect.</param>
public sealed class LinkedProtection(IProtectionMethod method)
{
    /// <summary>Protects.</summary>
    /// <param name="tables">The tables: one or several.</param>
    /// <param name="result">The protected tables; null when there are none.</param>
    /// <returns>Why there are none, in Norwegian.</returns>
    public TableFault? Protect(IReadOnlyList<LinkedTable> tables, out LinkedResult? result)
    {
        result = null;
        if (LinkedSystem.Of(tables, out var system) is { } fault)
        {
            return fault;
        }

        var facts = tables.SelectMany(table => table.Facts);

        // A sum of persons may be zero, and is then hidden with them: a hidden cell need not be one at least.
        var least = facts.Any(fact => fact is { Persons: > 0, Count: 0 }) ? 0 : tables.Min(table => table.Rules.LeastHidden);
        var width = tables.Max(table => table.Rules.Width);
        var protection = method.Protect(new ProtectionTask(system!.System, system.Values, system.Primary, system.MayHide, least, width) { Blocks = system.Blocks });
        var known = protection.Audit.Intervals.ToDictionary(interval => interval.Cell);
        result = new LinkedResult(
            system.System, protection.Published, least, width, protection.Audit,
            [.. tables.Select((table, at) => Part(table, system.CellOf[at], protection.Published, system.Primary, known))]);
        return null;
    }

    /// <summary>Plays the attacker by the published numbers alone, as anybody has them: what the protection says of its own work is not enough.</summary>
    /// <returns>Why the tables must not be given out, in Norwegian; null when they may.</returns>
    public static string? Audit(LinkedResult result)
    {
        var hidden = result.Published.Count(value => value is null);
        var audit = new TableAudit(result.System, result.Published, result.Least).Run(result.Width);
        return audit is null || audit.Intervals.Count != hidden ? "Kontrollen av tabellen gikk ikke opp."
            : audit.NarrowerThan(result.Width).Any() ? "Tabellen kan ikke vernes: minst ett skjult tall kan regnes ut for nøye. Velg grovere inndeling."
            : null;
    }

    private static ProtectedTable Part(LinkedTable table, int[] cellOf, IReadOnlyList<long?> published, IReadOnlyList<bool> primary, Dictionary<int, CellInterval> known) => new(
        table.Layout,
        [.. cellOf.Select(cell => published[cell])],
        [.. cellOf.Select(cell => primary[cell])],
        new AuditResult(null, [.. cellOf.Select((cell, own) => (Cell: cell, Own: own)).Where(pair => published[pair.Cell] is null).Select(pair => Own(known[pair.Cell], pair.Own))]));

    private static CellInterval Own(CellInterval interval, int cell) =>
        interval with { Cell = cell, Low = new Witness(interval.Low.Value, []), High = new Witness(interval.High.Value, []) };
}
