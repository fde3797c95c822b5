using Kpr.Core.Extracts.Keys;
using Kpr.Core.Extracts.Population;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>Says who of the persons of one bucket is in the population: a person is in one bucket wherever she was found.</summary>
/// <param name="plans">The plans.</param>
/// <param name="work">What lies between the steps.</param>
/// <param name="secrets">The secrets of projects.</param>
public sealed class JoinExtractPopulation(ExtractPlans plans, ExtractWork work, ProjectSecrets secrets)
{
    /// <summary>Joins.</summary>
    [Function(nameof(JoinExtractPopulation))]
    public async Task RunAsync([ActivityTrigger] ExtractPart bucket, CancellationToken cancellationToken)
    {
        var kept = await plans.KeptAsync(bucket.Id, cancellationToken);
        var plan = await plans.PlanAsync(bucket.Id, kept, cancellationToken);
        var join = new PopulationJoin(plan);
        for (var unit = 0; unit < kept.Scans.Count; unit++)
        {
            using var content = new MemoryStream((await work.Blobs.FindAsync(ExtractNames.Scan(bucket.Id, unit, bucket.Number), cancellationToken))!);
            join.Read(content);
        }

        var members = plan.ListId is null ? join.Members() : await ListedAsync(bucket, kept.Buckets, cancellationToken);
        if (plan.Controls is not null)
        {
            for (var likes = 0; likes < kept.Buckets; likes++)
            {
                await work.Blobs.WriteAsync(ExtractNames.Likes(bucket.Id, likes, bucket.Number), join.WriteLikes(members, likes, kept.Buckets), cancellationToken);
            }

            using var keys = new ProjectKeys(await secrets.GetAsync(kept.Project, cancellationToken));
            await work.Blobs.WriteAsync(ExtractNames.OfMembers(bucket.Id, bucket.Number), PopulationRows.Of(keys, members, []).Content, cancellationToken);
        }

        await work.Blobs.WriteAsync(ExtractNames.Members(bucket.Id, bucket.Number), members.Write(), cancellationToken);
    }

    private async Task<PersonSet> ListedAsync(ExtractPart bucket, int buckets, CancellationToken cancellationToken)
    {
        var listed = new PersonSet();
        listed.Read(await work.Blobs.FindAsync(ExtractNames.Listed(bucket.Id), cancellationToken));
        return listed.InBucket(bucket.Number, buckets);
    }
}
