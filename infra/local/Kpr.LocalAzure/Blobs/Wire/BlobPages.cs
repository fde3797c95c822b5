using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Azure;
using Azure.Storage.Blobs.Models;

namespace Kpr.LocalAzure.Blobs.Wire;

/// <summary>
/// The pages of a listing. Azurite cannot list a blob whose name holds a sign that XML cannot (it answers 500, where the
/// service encodes the name): then the folders beside it are listed one by one, and the failure is thrown at the end.
/// </summary>
/// <param name="list">Lists a page below a prefix; with true, only that folder, names of folders apart.</param>
/// <param name="prefix">Only names that begin so.</param>
/// <param name="cancellationToken">Breaks off.</param>
internal sealed class BlobPages(BlobPages.List list, string? prefix, CancellationToken cancellationToken) : AsyncPageable<BlobItem>(cancellationToken)
{
    private const int InternalError = 500;

    /// <summary>Lists a page.</summary>
    public delegate Task<(Page<BlobItem> Page, IReadOnlyList<string> Folders)> List(
        string? prefix, bool folder, string? marker, int? size, CancellationToken cancellationToken);

    public override async IAsyncEnumerable<Page<BlobItem>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        string? last = null;
        var token = continuationToken;
        do
        {
            var (answer, gap) = await TryAsync(prefix, folder: false, token, pageSizeHint, CancellationToken);
            if (gap is not null)
            {
                await foreach (var around in AroundAsync(prefix, pageSizeHint, CancellationToken))
                {
                    // What came before the gap has been told.
                    var after = last is null ? around.Values : [.. around.Values.Where(blob => string.CompareOrdinal(blob.Name, last) > 0)];
                    yield return Page<BlobItem>.FromValues(after, "", around.GetRawResponse());
                }

                gap.Throw();
            }

            last = answer.Page.Values is [.., var end] ? end.Name : last;
            token = answer.Page.ContinuationToken;
            yield return answer.Page;
        }
        while (!string.IsNullOrEmpty(token));
    }

    private async IAsyncEnumerable<Page<BlobItem>> AroundAsync(string? folder, int? size, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (string? token = null; token != "";)
        {
            var (answer, gap) = await TryAsync(folder, folder: true, token, size, cancellation);
            if (gap is not null)
            {
                yield break;
            }

            token = answer.Page.ContinuationToken ?? "";
            yield return answer.Page;
            foreach (var inner in answer.Folders)
            {
                await foreach (var page in WholeAsync(inner, size, cancellation))
                {
                    yield return page;
                }
            }
        }
    }

    private async IAsyncEnumerable<Page<BlobItem>> WholeAsync(string folder, int? size, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (string? token = null; token != "";)
        {
            var (answer, gap) = await TryAsync(folder, folder: false, token, size, cancellation);
            if (gap is null)
            {
                token = answer.Page.ContinuationToken ?? "";
                yield return answer.Page;
                continue;
            }

            // Some may be told twice when the folder has several pages: listings promise no less than all.
            await foreach (var page in AroundAsync(folder, size, cancellation))
            {
                yield return page;
            }

            yield break;
        }
    }

    private async Task<((Page<BlobItem> Page, IReadOnlyList<string> Folders) Answer, ExceptionDispatchInfo? Gap)> TryAsync(
        string? below, bool folder, string? token, int? size, CancellationToken cancellation)
    {
        try
        {
            return (await list(below, folder, token, size, cancellation), null);
        }
        catch (RequestFailedException e) when (e.Status == InternalError)
        {
            return (default, ExceptionDispatchInfo.Capture(e));
        }
    }
}
