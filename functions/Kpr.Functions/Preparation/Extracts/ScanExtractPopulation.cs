using Kpr.Core.Extracts.Orders;
using Kpr.Core.Extracts.Population;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>Counts in one unit what the criteria of a population ask for, and keeps it person by person, in buckets. Done twice, it keeps the same.</summary>
/// <param name="plans">The plans.</param>
/// <param name="work">What lies between the steps.</param>
/// <param name="reading">Reads the unit.</param>
public sealed class ScanExtractPopulation(ExtractPlans plans, ExtractWork work, UnitReading reading)
{
    /// <summary>Counts.</summary>
    [Function(nameof(ScanExtractPopulation))]
    public async Task RunAsync([ActivityTrigger] ExtractPart part, CancellationToken cancellationToken)
    {
        var kept = await plans.KeptAsync(part.Id, cancellationToken);
        var unit = kept.Scans[part.Number];
        var scan = new PopulationScan(
            await plans.PlanAsync(part.Id, kept, cancellationToken), ExtractSource.Find(unit.Source)!, await plans.PersonsAsync(part.Id, cancellationToken));
        await reading.RunAsync(unit, (segment, standing) =>
        {
            scan.Add(segment, standing);
            return Task.CompletedTask;
        }, cancellationToken);
        for (var bucket = 0; bucket < kept.Buckets; bucket++)
        {
            await work.Blobs.WriteAsync(ExtractNames.Scan(part.Id, part.Number, bucket), scan.Write(bucket, kept.Buckets), cancellationToken);
        }
    }
}
