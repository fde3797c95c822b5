using Kpr.Core.Extracts.Keys;
using Kpr.Core.Extracts.Population;
using Kpr.Core.Extracts.Rows;
using Kpr.Core.Linking;
using Kpr.Functions.Extracts;
using Kpr.Functions.Preparation.Linkages;
using Kpr.Functions.Statistics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>Extracts the rows of one unit, as sorted runs. Done twice, it keeps the same.</summary>
/// <param name="extracts">The orders.</param>
/// <param name="plans">The plans.</param>
/// <param name="work">What lies between the steps.</param>
/// <param name="reading">Reads the unit.</param>
/// <param name="populations">The populations.</param>
/// <param name="secrets">The secrets of projects.</param>
/// <param name="batches">The secrets behind serial numbers of linkages.</param>
/// <param name="log">The log.</param>
public sealed class ExtractUnit(
    ExtractStore extracts, ExtractPlans plans, ExtractWork work, UnitReading reading, Populations populations, ProjectSecrets secrets, BatchSecrets batches, ILogger<ExtractUnit> log)
{
    // Of all tables together; 32 units are read at once.
    private const int BytesOfRuns = 16 << 20;

    /// <summary>Extracts.</summary>
    [Function(nameof(ExtractUnit))]
    public async Task RunAsync([ActivityTrigger] ExtractPart part, CancellationToken cancellationToken)
    {
        var kept = await plans.KeptAsync(part.Id, cancellationToken);
        if (kept.Grant.KeyBatch is not { } batch)
        {
            using var keys = new ProjectKeys(await secrets.GetAsync(kept.Project, cancellationToken));
            await ExtractAsync(part, kept, keys, null, await populations.FindAsync(part.Id, kept, cancellationToken), cancellationToken);
        }
        else if (await batches.FindAsync(kept.Grant.Case, batch, cancellationToken) is { } secret && await populations.FindLinkedAsync(part.Id, kept, cancellationToken) is { } linked)
        {
            using var keys = new ProjectKeys(await secrets.GetAsync(kept.Project, cancellationToken));
            using var serials = new SerialNumbers(secret, kept.Grant.Order);
            await ExtractAsync(part, kept, keys, person => serials.Of(linked.IssuedOf(person)).ToKey(), linked.Persons, cancellationToken);
        }
        else
        {
            await DiscardAsync(part, cancellationToken);
        }
    }

    private async Task ExtractAsync(
        ExtractPart part, KeptPlan kept, ProjectKeys keys, Func<Core.Identity.PersonKey, ProjectKey>? nameOf, PersonSet? population, CancellationToken cancellationToken)
    {
        var plan = await plans.PlanAsync(part.Id, kept, cancellationToken);
        var unit = kept.Units[part.Number];
        using var run = new ExtractRun(
            plan.Datasets[unit.Dataset], plan.Dates, keys, await plans.PersonsAsync(part.Id, cancellationToken), population, BytesOfRuns, nameOf);
        var runs = new Dictionary<string, int>(StringComparer.Ordinal);
        await reading.RunAsync(unit, (segment, standing) => KeepAsync(part, runs, run.Add(segment, standing), cancellationToken), cancellationToken);
        await KeepAsync(part, runs, run.Finish(), cancellationToken);
        await EndAsync(part, run.Persons, new UnitYield(run.Rows, runs), cancellationToken);
    }

    // The serial numbers were destroyed meanwhile: the extract is given up, and its other steps find nothing to do.
    private async Task DiscardAsync(ExtractPart part, CancellationToken cancellationToken)
    {
        await extracts.ChangeStateAsync(
            part.Id, now => now.IsEnded ? now : now with { Status = ExtractStatus.Discarded, Message = BatchStanding.Replaced.Refusal() }, cancellationToken);
        Log.ExtractGivenUp(log, part.Id, ExtractStatus.Discarded);
        await EndAsync(part, new PersonSet(), new UnitYield(0, new Dictionary<string, int>()), cancellationToken);
    }

    private async Task EndAsync(ExtractPart part, PersonSet persons, UnitYield yield, CancellationToken cancellationToken)
    {
        await work.Blobs.WriteAsync(ExtractNames.Persons(part.Id, part.Number), persons.Write(), cancellationToken);
        await work.Blobs.WriteAsync(ExtractNames.Unit(part.Id, part.Number), TableJson.Bytes(yield), cancellationToken);
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
