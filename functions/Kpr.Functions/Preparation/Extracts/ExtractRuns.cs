using Kpr.Core.Extracts.Rows;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>Merges sorted runs that lie between the steps of an extract, however many there are.</summary>
/// <param name="work">What lies between the steps.</param>
public sealed class ExtractRuns(ExtractWork work)
{
    // Each holds a frame or two of a mebibyte while it is open.
    private const int OpenAtOnce = 48;

    /// <summary>Makes so few of them that all can be open at once.</summary>
    /// <param name="id">Id of the extract.</param>
    /// <param name="of">What they are runs of.</param>
    /// <param name="runs">Their names.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Names of runs with the same records.</returns>
    public async Task<IReadOnlyList<string>> FewAsync(string id, string of, IReadOnlyList<string> runs, CancellationToken cancellationToken)
    {
        for (var round = 1; runs.Count > OpenAtOnce; round++)
        {
            var fewer = new List<string>();
            foreach (var some in runs.Chunk(OpenAtOnce))
            {
                var name = ExtractNames.Merged(id, of, round, fewer.Count);
                await work.Blobs.WriteAsync(name, (target, token) => MergeAsync(some, streams => ExtractMerge.ToRun(streams, target), token), cancellationToken);
                fewer.Add(name);
            }

            runs = fewer;
        }

        return runs;
    }

    /// <summary>Opens runs, and has something made of them.</summary>
    public async Task<T> MergeAsync<T>(IReadOnlyList<string> names, Func<IReadOnlyList<Stream>, T> merge, CancellationToken cancellationToken)
    {
        var streams = new List<Stream>();
        try
        {
            foreach (var name in names)
            {
                streams.Add(await work.Blobs.OpenAsync(name, cancellationToken));
            }

            return merge(streams);
        }
        finally
        {
            foreach (var stream in streams)
            {
                await stream.DisposeAsync();
            }
        }
    }
}
