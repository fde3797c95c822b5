using Kpr.Functions.Linkages;

namespace Kpr.Functions.Preparation.Linkages;

/// <summary>Every night: ends and deletes batches that their cases are done with.</summary>
/// <param name="linkages">The orders.</param>
/// <param name="begin">Looks at each.</param>
public sealed class SweepLinkages(LinkageStore linkages, BeginLinkage begin)
{
    /// <summary>Sweeps.</summary>
    /// <returns>Batches whose keys are to be made still, if nobody is at them: case and id.</returns>
    public async Task<IReadOnlyList<(string Case, string Id)>> RunAsync(CancellationToken cancellationToken)
    {
        var standing = new List<(string, string)>();
        await foreach (var (caseId, id) in linkages.ListAsync(null, cancellationToken))
        {
            if (await begin.LookAsync(caseId, id, cancellationToken))
            {
                standing.Add((caseId, id));
            }
        }

        return standing;
    }
}
