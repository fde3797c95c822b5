using Kpr.Core.Extracts;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>Says who of the persons of one bucket is in the population: a person is in one bucket wherever she was found.</summary>
/// <param name="plans">The plans.</param>
/// <param name="work">What lies between the steps.</param>
public sealed class JoinExtractPopulation(ExtractPlans plans, ExtractWork work)
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

        PersonSet? listed = null;
        if (plan.ListId is not null)
        {
            listed = new PersonSet();
            listed.Read(await work.Blobs.FindAsync(ExtractNames.Listed(bucket.Id), cancellationToken));
        }

        var members = join.Members(listed);
        for (var likes = 0; plan.Controls is not null && likes < kept.Buckets; likes++)
        {
            await work.Blobs.WriteAsync(ExtractNames.Likes(bucket.Id, likes, bucket.Number), join.WriteLikes(members, likes, kept.Buckets), cancellationToken);
        }

        await work.Blobs.WriteAsync(ExtractNames.Members(bucket.Id, bucket.Number), members.Write(), cancellationToken);
    }
}
