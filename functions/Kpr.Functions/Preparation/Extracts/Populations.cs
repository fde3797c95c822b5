using System.Collections.Concurrent;
using Kpr.Core.Extracts.Planning;
using Kpr.Core.Extracts.Population;
using Kpr.Core.Linking;
using Kpr.Functions.Linkages;
using Kpr.Functions.Preparation.Linkages;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>
/// The populations of extracts under way. Many units of one extract are read at once in a process, and have one population between them in memory.
/// </summary>
/// <param name="plans">The plans.</param>
/// <param name="work">What lies between the steps.</param>
/// <param name="batches">The populations of linkages.</param>
public sealed class Populations(ExtractPlans plans, ExtractWork work, BatchSecrets batches) : IDisposable
{
    private readonly ConcurrentDictionary<string, WeakReference<object>> _known = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _gate = new(1);

    /// <summary>Whose data are extracted, controls included; null for everybody.</summary>
    public async Task<PersonSet?> FindAsync(string id, KeptPlan kept, CancellationToken cancellationToken)
    {
        if (kept.Grant.KeyBatch is not null)
        {
            // Nobody, not everybody, where the batch is destroyed.
            return await FindLinkedAsync(id, kept, cancellationToken) is { } linked ? linked.Persons : new PersonSet();
        }

        var plan = await plans.PlanAsync(id, kept, cancellationToken);
        return kept.Buckets == 0 && plan.ListId is null ? null : await KnownAsync<PersonSet>(id, kept, async () => await ReadAsync(id, kept, plan, cancellationToken), cancellationToken);
    }

    /// <summary>Whose data are extracted under serial numbers; null when the batch is destroyed.</summary>
    public Task<LinkedPersons?> FindLinkedAsync(string id, KeptPlan kept, CancellationToken cancellationToken) => KnownAsync(id, kept, async () =>
        await batches.FindPopulationAsync(LinkageStore.IdOf(kept.Grant.Case, kept.Grant.KeyBatch!), cancellationToken) is { } population
            ? LinkedPersons.Of(population, await plans.PersonsAsync(id, cancellationToken))
            : null, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private async Task<T?> KnownAsync<T>(string id, KeptPlan kept, Func<Task<T?>> read, CancellationToken cancellationToken)
        where T : class
    {
        // A plan that was made anew has another population.
        var name = $"{id} {kept.At:O}";
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_known.TryGetValue(name, out var known) && known.TryGetTarget(out var target))
            {
                return (T)target;
            }

            var population = await read();
            foreach (var (other, reference) in _known)
            {
                if (!reference.TryGetTarget(out _))
                {
                    _known.TryRemove(other, out _);
                }
            }

            if (population is not null)
            {
                _known[name] = new WeakReference<object>(population);
            }

            return population;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<PersonSet> ReadAsync(string id, KeptPlan kept, ExtractPlan plan, CancellationToken cancellationToken)
    {
        var population = new PersonSet();
        if (kept.Buckets == 0)
        {
            population.Read(await work.Blobs.FindAsync(ExtractNames.Listed(id), cancellationToken));
        }

        for (var bucket = 0; bucket < kept.Buckets; bucket++)
        {
            population.Read(await work.Blobs.FindAsync(ExtractNames.Members(id, bucket), cancellationToken));
            if (plan.Controls is not null)
            {
                population.Read(await work.Blobs.FindAsync(ExtractNames.Controls(id, bucket), cancellationToken));
            }
        }

        return population;
    }
}
