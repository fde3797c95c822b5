using Kpr.Core.Extracts.Keys;
using Kpr.Core.Extracts.Population;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>Chooses controls for the persons of one bucket of likes.</summary>
/// <param name="plans">The plans.</param>
/// <param name="work">What lies between the steps.</param>
/// <param name="secrets">The secrets of projects.</param>
public sealed class ChooseExtractControls(ExtractPlans plans, ExtractWork work, ProjectSecrets secrets)
{
    /// <summary>Chooses.</summary>
    [Function(nameof(ChooseExtractControls))]
    public async Task RunAsync([ActivityTrigger] ExtractPart likes, CancellationToken cancellationToken)
    {
        var kept = await plans.KeptAsync(likes.Id, cancellationToken);
        using var keys = new ProjectKeys(await secrets.GetAsync(kept.Project, cancellationToken));
        var choice = new ControlChoice(await plans.PlanAsync(likes.Id, kept, cancellationToken), keys);
        for (var bucket = 0; bucket < kept.Buckets; bucket++)
        {
            using var content = new MemoryStream((await work.Blobs.FindAsync(ExtractNames.Likes(likes.Id, likes.Number, bucket), cancellationToken))!);
            choice.Read(content);
        }

        var pairs = choice.Choose().Pairs;
        await work.Blobs.WriteAsync(ExtractNames.Controls(likes.Id, likes.Number), new PersonSet(pairs.Select(pair => pair.Key)).Write(), cancellationToken);
        await work.Blobs.WriteAsync(ExtractNames.OfControls(likes.Id, likes.Number), PopulationRows.Of(keys, new PersonSet(), pairs).Content, cancellationToken);
    }
}
