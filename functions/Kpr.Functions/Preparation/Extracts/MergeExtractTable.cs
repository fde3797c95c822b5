using Kpr.Core.Extracts.Orders;
using Kpr.Core.Extracts.Population;
using Kpr.Core.Extracts.Risk;
using Kpr.Core.Extracts.Rows;
using Kpr.Core.Extracts.Scan;
using Kpr.Functions.Statistics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>
/// Merges the runs of a table into its file, in constant memory: the file is sealed as it is made, and on the way it is measured, weighed, and looked through for what must not
/// leave. Done twice, it makes the same.
/// </summary>
/// <param name="plans">The plans.</param>
/// <param name="work">What lies between the steps.</param>
/// <param name="merging">Merges.</param>
/// <param name="packages">Takes the file.</param>
/// <param name="sums">Makes the sums of its rows, for a later extract to be compared with.</param>
/// <param name="options">The limits.</param>
public sealed class MergeExtractTable(ExtractPlans plans, ExtractWork work, ExtractRuns merging, PreparedPackages packages, SumExtract sums, IOptions<ExtractOptions> options)
{
    /// <summary>Merges.</summary>
    [Function(nameof(MergeExtractTable))]
    public async Task RunAsync([ActivityTrigger] ExtractPart part, CancellationToken cancellationToken)
    {
        var kept = await plans.KeptAsync(part.Id, cancellationToken);
        var plan = await plans.PlanAsync(part.Id, kept, cancellationToken);
        var table = plan.Tables.ElementAt(part.Number);
        var runs = await merging.FewAsync(part.Id, table.Name, table == PopulationRows.Table ? PopulationRuns(part.Id, kept.Buckets) : await RunsAsync(part.Id, table.Name, kept, cancellationToken), cancellationToken);
        var risk = plan.Datasets.Any(dataset => dataset.Main == table) ? new RiskTally(table, options.Value.Limits()) : null;
        var (leaks, columns) = (new LeakScan(LeakScanOptions.Default), new ColumnCount());
        MergedTable? merged = null;
        var sha256 = "";
        await packages.Blobs.WriteAsync(PreparedPackages.File(part.Id, FileName(table)), async (target, token) =>
        {
            await using var measured = new MeasuredStream(target, leaks, columns);
            merged = await merging.MergeAsync(runs, streams => ExtractMerge.ToCsv(table, streams, measured, risk), token);
            sha256 = measured.Finish();
        }, cancellationToken);
        await sums.OfTableAsync(part.Id, kept, table, cancellationToken);
        var file = new MergedFile(merged!, sha256, columns.IdenticalRows, columns.Figures, risk?.Finish(), leaks.Count);
        await work.Blobs.WriteAsync(ExtractNames.Table(part.Id, part.Number), TableJson.Bytes(file), cancellationToken);
    }

    /// <summary>Name of the file of a table.</summary>
    internal static string FileName(ExtractTable table) => $"{table.Name}.csv";

    private static List<string> PopulationRuns(string id, int buckets) =>
        [.. Enumerable.Range(0, buckets).SelectMany(bucket => (string[])[ExtractNames.OfMembers(id, bucket), ExtractNames.OfControls(id, bucket)])];

    // Those that the units name, and no others: a unit that was read twice may have left more.
    private async Task<IReadOnlyList<string>> RunsAsync(string id, string table, KeptPlan kept, CancellationToken cancellationToken)
    {
        var runs = new List<string>();
        for (var unit = 0; unit < kept.Units.Count; unit++)
        {
            var yield = TableJson.Read<UnitYield>(await work.Blobs.FindAsync(ExtractNames.Unit(id, unit), cancellationToken));
            for (var run = 1; run <= yield.Runs.GetValueOrDefault(table); run++)
            {
                runs.Add(ExtractNames.Run(id, table, unit, run));
            }
        }

        return runs;
    }
}
