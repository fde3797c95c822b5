using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Applications.Triggers;

/// <summary>Makes the work lists anew from the cases' events, once a week: a version of KPR that lists cases in another way takes effect, and nothing stray stays.</summary>
public sealed class RebuildWorkLists(ListStore lists)
{
    /// <summary>Rebuilds.</summary>
    [Function(nameof(RebuildWorkLists))]
    public Task Run([TimerTrigger("0 10 3 * * 0")] TimerInfo timer, CancellationToken cancellationToken) => lists.RebuildAsync(cancellationToken);
}
