using Kpr.Core.Extracts.Keys;
using Kpr.Core.Extracts.Rows;
using Kpr.Functions.Statistics;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>Extracts the rows of one unit, as sorted runs. Done twice, it keeps the same.</summary>
/// <param name="plans">The plans.</param>
/// <param name="work">What lies between the steps.</param>
/// <param name="reading">Reads the unit.</param>
/// <param name="populations">The populations.</param>
/// <param name="secrets">The secrets of projects.</param>
public sealed class ExtractUnit(ExtractPlans plans, ExtractWork work, UnitReading reading, Populations populations, ProjectSecrets secrets)
{
    // Of all tables together; 32 units are read at once.
    private const int BytesOfRuns = 16 << 20;

    /// <summary>Extracts.</summary>
    [Function(nameof(ExtractUnit))]
    public async Task RunAsync([ActivityTrigger] ExtractPart part, CancellationToken cancellationToken)
    {
        var kept = await plans.KeptAsync(part.Id, cancellationToken);
        var plan = await plans.PlanAsync(part.Id, kept, cancellationToken);
        var unit = kept.Units[part.Number];
        using var keys = new ProjectKeys(await secrets.GetAsync(kept.Project, cancellationToken));
        using var run = new ExtractRun(
            plan.Datasets[unit.Dataset], plan.Dates, keys, await plans.PersonsAsync(part.Id, cancellationToken), await populations.FindAsync(part.Id, kept, cancellationToken), BytesOfRuns);
        var runs = new Dictionary<string, int>(StringComparer.Ordinal);
        await reading.RunAsync(unit, (segment, standing) => KeepAsync(part, runs, run.Add(segment, standing), cancellationToken), cancellationToken);
        await KeepAsync(part, runs, run.Finish(), cancellationToken);
        await work.Blobs.WriteAsync(ExtractNames.Persons(part.Id, part.Number), run.Persons.Write(), cancellationToken);
        await work.Blobs.WriteAsync(ExtractNames.Unit(part.Id, part.Number), TableJson.Bytes(new UnitYield(run.Rows, runs)), cancellationToken);
    }

    private async Task KeepAsync(ExtractPart part, Dictionary<string, int> runs, IEnumerable<PackedRun> full, CancellationToken cancellationToken)
    {
        foreach (var run in full)
        {
            var number = runs[run.Table] = runs.GetValueOrDefault(run.Table) + 1;
            await work.Blobs.WriteAsync(ExtractNames.Run(part.Id, run.Table, part.Number, number), run.Content, cancellationToken);
        }
    }
}
