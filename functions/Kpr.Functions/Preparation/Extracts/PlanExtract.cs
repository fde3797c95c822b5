using Kpr.Core.Cases;
using Kpr.Core.Catalogue;
using Kpr.Core.Extracts.Orders;
using Kpr.Core.Extracts.Planning;
using Kpr.Core.Linking;
using Kpr.Functions.Extracts;
using Kpr.Functions.Linkages;
using Kpr.Functions.Reference;
using Kpr.Functions.Register;
using Kpr.Functions.Statistics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>
/// Plans an extract: holds its order against what the case allows today, draws the secret of its project where there is none, and says which partitions are read, as their
/// manifests are now.
/// </summary>
/// <param name="extracts">The orders.</param>
/// <param name="plans">The plans.</param>
/// <param name="work">What lies between the steps; what an earlier plan left goes.</param>
/// <param name="cases">The cases.</param>
/// <param name="secrets">The secrets of projects.</param>
/// <param name="reference">The reference data.</param>
/// <param name="partitions">The register.</param>
/// <param name="register">The manifests.</param>
/// <param name="persons">The decisions about persons.</param>
/// <param name="linkages">The keys of linkages.</param>
/// <param name="reads">The register of reads.</param>
/// <param name="clock">The time.</param>
/// <param name="log">The log.</param>
public sealed class PlanExtract(
    ExtractStore extracts, ExtractPlans plans, ExtractWork work, CaseWatch cases, ProjectSecrets secrets, ReferenceStore reference, ReadPartitions partitions, RegisterStore register,
    PersonListStore persons, LinkageStore linkages, ReadRegister reads, TimeProvider clock, ILogger<PlanExtract> log)
{
    private const long RowsOfBucket = 2_000_000;
    private const int MostBuckets = 64;

    /// <summary>Plans.</summary>
    [Function(nameof(PlanExtract))]
    public async Task<ExtractShare> RunAsync([ActivityTrigger] string id, CancellationToken cancellationToken)
    {
        var stored = await extracts.FindOrderAsync(id, cancellationToken) ?? throw new InvalidOperationException($"There is no order {id}.");
        if (await extracts.FindStateAsync(id, cancellationToken) is { Status: not (ExtractStatus.Ordered or ExtractStatus.Planned or ExtractStatus.Extracting) })
        {
            return new ExtractShare(Goes: false);
        }

        var state = await cases.LoadAsync(stored.Order.Case, cancellationToken);
        var data = await reference.InForceAsync(cancellationToken);
        ExtractPlan? plan = null;
        var fault = ExtractGrant.Of(state, stored.Order.Order, out var grant)?.Message ?? Refusal(stored, grant!) ?? ExtractReading.Read(stored.Order, grant!, data, out plan)?.Message
            ?? await KeysRefusalAsync(grant!, cancellationToken);
        if (fault is not null)
        {
            await extracts.ChangeStateAsync(id, now => now.IsEnded ? now : now with { Status = ExtractStatus.Refused, Message = fault }, cancellationToken);
            Log.ExtractGivenUp(log, id, ExtractStatus.Refused);
            return new ExtractShare(Goes: false);
        }

        await secrets.EnsureAsync(ProjectOf(state), cancellationToken);
        await reads.NoteAsync(clock.GetUtcNow(), stored.By, "extract", $"{stored.Order.Case} {id}", cancellationToken);
        await ClearAsync(id, cancellationToken);
        var kept = await KeepAsync(id, plan!, new KeptPlan(grant!, ProjectOf(state), data.Version.Id, clock.GetUtcNow().UtcDateTime, [], [], 0), cancellationToken);
        var status = await extracts.ChangeStateAsync(id, now => now.IsEnded ? now : new ExtractState(id, ExtractStatus.Planned)
        {
            DecisionVersion = grant!.DecisionVersion,
            KeyBatch = grant.KeyBatch,
            Reference = kept.Reference,
            ReservationsAsOf = NorwegianTime.DateAt(clock.GetUtcNow()),
            List = now.List,
            Read = [.. kept.Scans.Concat(kept.Units).SelectMany(unit => unit.Partitions).DistinctBy(partition => partition.Partition).OrderBy(partition => partition.Partition, StringComparer.Ordinal)],
        }, cancellationToken);
        Log.ExtractPlanned(log, id, kept.Scans.Count, kept.Units.Count);
        return status.IsEnded ? new ExtractShare(Goes: false) : new ExtractShare(
            Goes: true, plan!.ListId is not null, kept.Scans.Count, kept.Buckets, plan.Controls is null ? 0 : kept.Buckets, kept.Units.Count, plan.Tables.Count());
    }

    /// <summary>The project of a case: the case that the first decision was made in.</summary>
    internal static string ProjectOf(CaseState state) => state.Parent?.Case ?? state.Id;

    private static string? Refusal(StoredExtract stored, ExtractGrant grant) =>
        stored.DecisionVersion != grant.DecisionVersion ? "Uttrekket ble bestilt etter et vedtak som er erstattet. Bestill på nytt."
        : null;

    // What is planned now must find the secret of the batch in every step.
    private async Task<string?> KeysRefusalAsync(ExtractGrant grant, CancellationToken cancellationToken) =>
        grant.KeyBatch is not { } batch ? null
        : await linkages.FindAsync(grant.Case, LinkageStore.IdOf(grant.Case, batch), cancellationToken) switch
        {
            { Status: LinkageStatus.Issued } => null,
            { Status: LinkageStatus.Ended or LinkageStatus.Refused } => BatchStanding.Replaced.Refusal(),
            _ => "Løpenumrene er ikke laget ennå. Bestill når de er utstedt.",
        };

    // What was read for an earlier plan may be of other manifests; the persons of the list are the same, and the list itself is gone.
    private async Task ClearAsync(string id, CancellationToken cancellationToken)
    {
        foreach (var name in await work.Blobs.ListAsync(ExtractNames.All(id), cancellationToken))
        {
            if (name != ExtractNames.Listed(id))
            {
                await work.Blobs.DeleteAsync(name, cancellationToken);
            }
        }
    }

    private async Task<KeptPlan> KeepAsync(string id, ExtractPlan plan, KeptPlan kept, CancellationToken cancellationToken)
    {
        var decisions = await persons.ReadAsync(cancellationToken);
        var (scans, units) = (new SortedDictionary<string, PlannedUnit>(StringComparer.Ordinal), new SortedDictionary<string, PlannedUnit>(StringComparer.Ordinal));
        var rows = 0L;
        await foreach (var partition in partitions.ListAsync(cancellationToken))
        {
            var scanned = ExtractSource.OfPartition(partition) is { } source && plan.Scanned.Contains(source) && plan.MayFind(source, partition) ? source : null;
            var taken = plan.Datasets.Index().Where(dataset => dataset.Item.Source.UnitOf(partition) is not null && dataset.Item.Source.MayHold(partition, dataset.Item.From, dataset.Item.To)).ToList();
            if ((scanned is null && taken.Count == 0) || await register.FindManifestAsync(partition, cancellationToken) is not { Segments.Count: > 0 } manifest)
            {
                continue;
            }

            var planned = new PlannedPartition(partition, [.. manifest.Segments.Select(segment => KeyValuePair.Create(segment.Name, segment.Sha256))]);
            if (scanned?.UnitOf(partition) is { } scan)
            {
                Add(scans, scan, scanned.Name, 0, planned);
                rows += manifest.Rows;
            }

            foreach (var (at, dataset) in taken)
            {
                Add(units, $"{at:D3} {dataset.Source.UnitOf(partition)}", dataset.Source.Name, at, planned);
            }
        }

        kept = kept with
        {
            Scans = [.. scans.Values],
            Units = [.. units.Values],
            Buckets = plan.Criteria is null && plan.Controls is null ? 0 : (int)Math.Clamp(1 + (rows / RowsOfBucket), 1, MostBuckets),
        };
        await plans.WriteAsync(id, kept, decisions, cancellationToken);
        return kept;
    }

    private static void Add(SortedDictionary<string, PlannedUnit> units, string name, string source, int dataset, PlannedPartition partition) =>
        units[name] = units.TryGetValue(name, out var known) ? known with { Partitions = [.. known.Partitions, partition] } : new PlannedUnit(source, [partition], dataset);
}
