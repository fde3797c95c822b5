using System.Runtime.CompilerServices;
using Azure;

namespace Kpr.LocalAzure.Storage;

/// <summary>Reads one page.</summary>
/// <param name="continuationToken">Where the page starts; null or empty is the beginning.</param>
/// <param name="pageSizeHint">Most items of a page, or null for the service's choice.</param>
/// <param name="cancellationToken">Breaks off.</param>
internal delegate Task<Page<T>> ReadPage<T>(string? continuationToken, int? pageSizeHint, CancellationToken cancellationToken);

/// <summary>Asks for one page after the other, each when the reader gets there.</summary>
internal sealed class StoragePageable<T>(ReadPage<T> read, int? defaultPageSize, CancellationToken cancellationToken) : AsyncPageable<T>(cancellationToken)
    where T : notnull
{
    public override IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null) =>
        Pages(continuationToken, pageSizeHint ?? defaultPageSize);

    private async IAsyncEnumerable<Page<T>> Pages(string? token, int? size, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, CancellationToken);
        do
        {
            var page = await read(token, size, either.Token);
            yield return page;
            token = page.ContinuationToken;
        }
        while (!string.IsNullOrEmpty(token));
    }
}
