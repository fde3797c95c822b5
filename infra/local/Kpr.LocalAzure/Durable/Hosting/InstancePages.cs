using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Kpr.LocalAzure.Durable;

/// <summary>Instances by id; a page goes on after the last id of the one before.</summary>
internal sealed class InstancePages(DurableStore store, OrchestrationQuery query) : AsyncPageable<OrchestrationMetadata>
{
    public override async IAsyncEnumerable<Page<OrchestrationMetadata>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        var size = pageSizeHint ?? query.PageSize;
        var after = continuationToken ?? query.ContinuationToken;
        do
        {
            // One more than the page tells whether there is another.
            var rows = store.List(query with { PageSize = size + 1 }, after);
            if (query.FetchInputsAndOutputs && rows.Take(size).Sum(row => (long)(row.Input?.Length ?? 0) + (row.Output?.Length ?? 0)) > LocalDurableClient.LargestMessage)
            {
                throw LocalDurableClient.TooLarge();
            }

            after = rows.Count > size ? rows[size - 1].Id : null;
            yield return new Page<OrchestrationMetadata>([.. rows.Take(size).Select(row => Metadata.Of(row, query.FetchInputsAndOutputs))], after);
            await Task.Yield();
        }
        while (after is not null);
    }
}
