using System.Text;
using Kpr.Core.Catalogue;
using Kpr.Core.Statistics;
using Kpr.Core.Statistics.Auditing;
using Kpr.Core.Statistics.Hiding;
using Kpr.Core.Statistics.Requests;
using Kpr.Core.Statistics.Rules;
using Kpr.Functions.Statistics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Preparation;

/// <summary>Adds up what was counted, protects it, has it audited, and keeps the table: nothing unprotected leaves the register's account.</summary>
/// <param name="tables">The orders, and the tables made.</param>
/// <param name="counting">What is counted.</param>
/// <param name="requests">Reads orders.</param>
/// <param name="releases">The release ledger.</param>
/// <param name="options">The rules.</param>
/// <param name="clock">The time.</param>
public sealed class FinishTable(
    TableStore tables, CountingStore counting, TableRequests requests, Releases releases, IOptions<StatisticsOptions> options, TimeProvider clock)
{
    /// <summary>Finishes.</summary>
    [Function(nameof(FinishTable))]
    public async Task<TableStatus> RunAsync([ActivityTrigger] string id, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var plan = await counting.ReadPlanAsync(id, cancellationToken);
        var stored = (await tables.FindOrderAsync(id, cancellationToken))!;
        var order = stored.Order;
        var (request, layout) = await requests.OfAsync(order, plan.Reference, cancellationToken);
        var state = new TableState(id, TableStatus.Refused) { Reference = plan.Reference, Read = [.. plan.Units.SelectMany(unit => unit)] };
        if ((await SumAsync(id, plan, cancellationToken)).Facts(request, layout, out var facts) is { } fault)
        {
            return await EndAsync(state with { Message = fault.Message }, cancellationToken);
        }

        // By the rules of the day of the order: a step that is done again after midnight comes to the same.
        var rules = options.Value.Rules(order.Dataset, order.Measure, NorwegianTime.DateAt(new DateTimeOffset(stored.At, TimeSpan.Zero)));
        var width = rules.Width;
        var table = new TableProtection(rules, width, new Suppression()).Protect(layout, facts);
        var refusal = Fault(table, rules, width) ?? await releases.EnterAsync(id, order, request, table, state.Read, rules, width, cancellationToken);
        if (refusal is not null)
        {
            return await EndAsync(state with { Message = refusal }, cancellationToken);
        }

        var report = AuditReport.Of(table, rules, width, Secondary(table, facts), clock.GetElapsedTime(started));
        using var audit = new MemoryStream();
        report.Write(audit);
        var text = new TableText(request, table, rules, width);
        await tables.WriteAsync(id, TableFile.Csv.Name, Encoding.UTF8.GetBytes(text.Csv()), cancellationToken);
        await tables.WriteAsync(id, TableFile.Html.Name, Encoding.UTF8.GetBytes(text.Html()), cancellationToken);
        await tables.WriteAsync(id, TableFile.Audit.Name, audit.ToArray(), cancellationToken);
        return await EndAsync(state with { Status = TableStatus.Done, Cells = layout.CellCount, Hidden = report.Hidden.Count }, cancellationToken);
    }

    // By the published numbers alone, as anybody has them: what the protection says of its own work is not enough.
    private static string? Fault(ProtectedTable table, PrimaryRules rules, int width)
    {
        var hidden = new HashSet<int>(Enumerable.Range(0, table.Published.Count).Where(cell => table.Published[cell] is null));
        var audit = new TableAudit(table.Layout.System, table.Published, hidden.Count == 0 ? 0 : rules.LeastHidden).Run(width);
        return audit is null || audit.Intervals.Count != hidden.Count ? "Kontrollen av tabellen gikk ikke opp."
            : audit.NarrowerThan(width).Any() ? "Tabellen kan ikke vernes: minst ett skjult tall kan regnes ut for nøye. Velg grovere inndeling."
            : null;
    }

    private static long Secondary(ProtectedTable table, IReadOnlyList<CellFacts> facts) => table.Layout.CellOf
        .Where(cell => table.Published[cell] is null && !table.Primary[cell]).Sum(cell => facts[cell].Count);

    private async Task<TableTally> SumAsync(string id, TablePlan plan, CancellationToken cancellationToken)
    {
        var sum = TableTally.Empty;
        for (var unit = 0; unit < plan.Units.Count; unit++)
        {
            sum = sum.Plus(await counting.ReadRowsAsync(id, unit, cancellationToken));
        }

        for (var bucket = 0; bucket < plan.Buckets; bucket++)
        {
            sum = sum.Plus(await counting.ReadJoinedAsync(id, bucket, cancellationToken));
        }

        return sum;
    }

    private async Task<TableStatus> EndAsync(TableState state, CancellationToken cancellationToken)
    {
        await tables.WriteStateAsync(state, cancellationToken);
        return state.Status;
    }
}
