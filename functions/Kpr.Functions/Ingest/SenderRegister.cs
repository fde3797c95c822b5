using Azure;
using Kpr.Core.Catalogue;
using Kpr.Functions.Azure;

namespace Kpr.Functions.Ingest;

/// <summary>
/// The register of senders: <c>reference/senders.csv</c>, loaded by the operator, with a column <c>sender</c> of
/// municipality and organisation numbers. Where none is loaded, F07 does not ask it.
/// </summary>
/// <param name="storage">The storage accounts.</param>
/// <param name="clock">The time.</param>
public sealed class SenderRegister(StorageAccounts storage, TimeProvider clock)
{
    private const string Blob = "senders.csv";
    private const int NotFound = 404;

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    private volatile Known? _known;

    /// <summary>The senders; null when no list is loaded. A change is seen within ten minutes.</summary>
    public async Task<IReadOnlySet<string>?> GetAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_known is { } known && now < known.Until)
        {
            return known.Senders;
        }

        var senders = await LoadAsync(cancellationToken);
        _known = new Known(senders, now + Fresh);
        return senders;
    }

    private async Task<IReadOnlySet<string>?> LoadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var blob = storage.Landing.GetBlobContainerClient(Containers.Reference).GetBlobClient(Blob);
            var text = (await blob.DownloadContentAsync(cancellationToken)).Value.Content.ToString();
            var table = ReferenceTable.Parse(Blob, text);
            var column = table.Column("sender");
            return table.Rows.Select(row => row[column]).ToHashSet(StringComparer.Ordinal);
        }
        catch (RequestFailedException e) when (e.Status == NotFound)
        {
            return null;
        }
    }

    private sealed record Known(IReadOnlySet<string>? Senders, DateTimeOffset Until);
}
