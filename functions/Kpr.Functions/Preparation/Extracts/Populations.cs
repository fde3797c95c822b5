using System.Collections.Concurrent;
using Kpr.Core.Extracts.Planning;
using Kpr.Core.Extracts.Population;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>
/// The populations of extracts under way. Many units of one extract are read at once in a process, and have one population between them in memory.
/// </summary>
/// <param name="plans">The plans.</param>
/// <param name="work">What lies between the steps.</param>
public sealed class Populations(ExtractPlans plans, ExtractWork work) : IDisposable
{
    private readonly ConcurrentDictionary<string, WeakReference<PersonSet>> _known = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _gate = new(1);

    /// <summary>Whose data are extracted, controls included; null for everybody.</summary>
    public async Task<PersonSet?> FindAsync(string id, KeptPlan kept, CancellationToken cancellationToken)
    {
        var plan = await plans.PlanAsync(id, kept, cancellationToken);
        if (kept.Buckets == 0 && plan.ListId is null)
        {
            return null;
        }

        // A plan that was made anew has another population.
        var name = $"{id} {kept.At:O}";
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_known.TryGetValue(name, out var known) && known.TryGetTarget(out var population))
            {
                return population;
            }

            population = await ReadAsync(id, kept, plan, cancellationToken);
            foreach (var (other, reference) in _known)
            {
                if (!reference.TryGetTarget(out _))
                {
                    _known.TryRemove(other, out _);
                }
            }

            _known[name] = new WeakReference<PersonSet>(population);
            return population;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

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
