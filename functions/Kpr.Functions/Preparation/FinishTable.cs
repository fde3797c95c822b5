using System.Text;
using Kpr.Core.Catalogue;
using Kpr.Core.Statistics;
using Kpr.Core.Statistics.Auditing;
using Kpr.Core.Statistics.Hiding;
using Kpr.Core.Statistics.Linked;
using Kpr.Core.Statistics.Orders;
using Kpr.Core.Statistics.Requests;
using Kpr.Core.Statistics.Rules;
using Kpr.Functions.Statistics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Preparation;

/// <summary>
/// Adds up what was counted, protects the tables of the request as one system, has them audited, and keeps them: nothing unprotected leaves the register's account.
/// </summary>
/// <param name="tables">The orders, and the tables made.</param>
/// <param name="counting">What is counted.</param>
/// <param name="requests">Reads orders.</param>
/// <param name="releases">The release ledger.</param>
/// <param name="options">The rules.</param>
/// <param name="log">The log.</param>
/// <param name="clock">The time.</param>
public sealed class FinishTable(
    TableStore tables, CountingStore counting, TableRequests requests, Releases releases, IOptions<StatisticsOptions> options, ILogger<FinishTable> log, TimeProvider clock)
{
    /// <summary>Finishes.</summary>
    [Function(nameof(FinishTable))]
    public async Task<TableStatus> RunAsync([ActivityTrigger] string id, CancellationToken cancellationToken)
    {
        // What was given out is not judged again, though the answer was lost.
        if (await tables.FindStateAsync(id, cancellationToken) is { Status: TableStatus.Done or TableStatus.Refused } ended)
        {
            return ended.Status;
        }

        var started = clock.GetTimestamp();
        var plan = await counting.ReadPlanAsync(id, cancellationToken);
        var stored = (await tables.FindOrderAsync(id, cancellationToken))!;
        var state = new TableState(id, TableStatus.Refused) { Reference = plan.Reference, Read = plan.Read };
        var (fault, linked) = await LinkedAsync(id, stored, plan, cancellationToken);
        LinkedResult? result = null;
        fault ??= new LinkedProtection(new Suppression()).Protect(linked, out result)?.Message ?? LinkedProtection.Audit(result!);
        fault ??= await releases.EnterAsync([.. linked.Select((table, at) => Entry(id, at, table, result!.Tables[at], plan))], cancellationToken);
        if (fault is not null)
        {
            Log.TableRefused(log, id, linked.Count);
            return await EndAsync(state with { Message = fault }, cancellationToken);
        }

        var files = Files(stored.Order, linked, result!, clock.GetElapsedTime(started)).ToList();
        foreach (var (file, content) in files)
        {
            await tables.WriteAsync(id, file.Name, content, cancellationToken);
        }

        var hidden = result!.Tables.Sum(table => table.Layout.CellOf.Count(cell => table.Published[cell] is null));
        Log.TableDone(log, id, linked.Count, hidden);
        return await EndAsync(
            state with { Status = TableStatus.Done, Cells = linked.Sum(table => table.Layout.CellCount), Hidden = hidden, Files = [.. files.Select(file => file.File.Name)] }, cancellationToken);
    }

    private static ReleaseEntry Entry(string id, int at, LinkedTable table, ProtectedTable made, TablePlan plan) => new(
        at == 0 ? id : $"{id}-{at + 1}", table.Order, table.Request, made, [.. plan.UnitsOfTable(at).SelectMany(unit => plan.Units[unit])], table.Rules);

    private static IEnumerable<(TableFile File, byte[] Content)> Files(TableOrder order, IReadOnlyList<LinkedTable> linked, LinkedResult result, TimeSpan elapsed)
    {
        for (var at = 0; at < linked.Count; at++)
        {
            var (table, made) = (linked[at], result.Tables[at]);
            var text = TableText.Of(table.Request, made, table.Rules, linked.Count > 1);
            yield return (TableFile.Csv(at), Encoding.UTF8.GetBytes(text.Csv()));
            yield return (TableFile.Html(at), Encoding.UTF8.GetBytes(text.Html()));
            using var audit = new MemoryStream();
            AuditReport.Of(made, table.Rules, result.Width, Secondary(made, table.Facts), elapsed).Write(audit);
            yield return (TableFile.Audit(at), audit.ToArray());
        }

        for (var at = 0; at < order.Quotients.Count; at++)
        {
            var quotient = order.Quotients[at];
            var (of, per) = (linked[quotient.Of], linked[quotient.Per]);
            var table = new QuotientTable(quotient, (of.Request, result.Tables[quotient.Of]), (per.Request, result.Tables[quotient.Per]));
            var text = TableText.Of(table, of.Rules.And(per.Rules), of.Request.Title, per.Request.Title);
            yield return (TableFile.QuotientCsv(at), Encoding.UTF8.GetBytes(text.Csv()));
            yield return (TableFile.QuotientHtml(at), Encoding.UTF8.GetBytes(text.Html()));
        }
    }

    private static long Secondary(ProtectedTable table, IReadOnlyList<CellFacts> facts) => table.Layout.CellOf
        .Where(cell => table.Published[cell] is null && !table.Primary[cell]).Sum(cell => facts[cell].Count);

    private async Task<(string? Fault, IReadOnlyList<LinkedTable> Tables)> LinkedAsync(string id, StoredOrder stored, TablePlan plan, CancellationToken cancellationToken)
    {
        // By the rules of the day of the order: a step that is done again after midnight comes to the same.
        var day = NorwegianTime.DateAt(new DateTimeOffset(DateTime.SpecifyKind(stored.At, DateTimeKind.Utc)));
        var linked = new List<LinkedTable>();
        foreach (var (request, layout) in await requests.OfAsync(stored.Order, plan.Reference, cancellationToken))
        {
            var order = stored.Order.Tables[linked.Count];
            if ((await SumAsync(id, plan, linked.Count, cancellationToken)).Facts(request, layout, out var facts) is { } fault)
            {
                return (plan.Tables == 1 ? fault.Message : $"{order.Title}: {fault.Message}", linked);
            }

            linked.Add(new LinkedTable(order, request, layout, facts, options.Value.Rules(order.Dataset, order.Measure, day)));
        }

        return (null, linked);
    }

    private async Task<TableTally> SumAsync(string id, TablePlan plan, int table, CancellationToken cancellationToken)
    {
        var sum = TableTally.Empty;
        foreach (var unit in plan.UnitsOfTable(table))
        {
            sum = sum.Plus(await counting.ReadRowsAsync(id, unit, cancellationToken));
        }

        foreach (var bucket in plan.JoinsOfTable(table))
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
