using System.Text;
using System.Text.Json;
using Kpr.Core.Extracts.Orders;
using Kpr.Core.Extracts.Package;
using Kpr.Core.Extracts.Package.Comparison;
using Kpr.Functions.Extracts;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>
/// Compares an extract with the one before it: that of the same order, else of the same project, that was delivered last. What differs is told to the register's staff as numbers of
/// rows and persons, never which.
/// </summary>
/// <param name="extracts">The orders; takes what differs.</param>
/// <param name="sums">What is kept of extracts.</param>
/// <param name="make">Makes the sums of persons.</param>
/// <param name="log">The log.</param>
public sealed class CompareExtract(ExtractStore extracts, KeptSums sums, SumExtract make, ILogger<CompareExtract> log)
{
    /// <summary>Name of the file that tells what differs, for programs.</summary>
    public const string Json = "diff.json";

    /// <summary>Name of the file that tells what differs, for people, in Norwegian.</summary>
    public const string Text = "diff.txt";

    /// <summary>Compares, and keeps of this extract what the next one is compared with.</summary>
    /// <param name="id">Id of the extract.</param>
    /// <param name="order">Its order.</param>
    /// <param name="codebook">Its codebook.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Id of the extract that it was compared with; null where there is none, and for what goes to a linker: no two such have a key in common.</returns>
    public async Task<string?> RunAsync(string id, ExtractOrder order, Codebook codebook, CancellationToken cancellationToken)
    {
        if (codebook.Keys != KeyMethod.ProjectKeys)
        {
            return null;
        }

        await make.OfPersonsAsync(id, codebook.Project, cancellationToken);
        await sums.Blobs.WriteAsync(KeptSums.Codebook(codebook.Project, id), JsonSerializer.SerializeToUtf8Bytes(codebook, PackageJson.Default.Codebook), cancellationToken);
        if (await BeforeAsync(id, order, codebook, cancellationToken) is not var (before, content))
        {
            return null;
        }

        var diff = await DeliveryDiff.OfAsync(content, ContentOf(id, codebook), cancellationToken);
        await extracts.WriteFileAsync(id, Json, JsonSerializer.SerializeToUtf8Bytes(diff, PackageJson.Readable.DeliveryDiff), cancellationToken);
        await extracts.WriteFileAsync(id, Text, Encoding.UTF8.GetBytes(DeliveryDiffText.Of(diff, PackageLanguage.Norwegian)), cancellationToken);
        Log.ExtractCompared(log, id, before);
        return before;
    }

    // One that was taken back is no delivery.
    private async Task<(string Id, DeliveredContent Content)?> BeforeAsync(string id, ExtractOrder order, Codebook codebook, CancellationToken cancellationToken)
    {
        var delivered = new List<(string Id, bool IsOfOrder, DateTime At)>();
        foreach (var other in await sums.ListAsync(codebook.Project, cancellationToken))
        {
            if (other != id && await extracts.FindStateAsync(other, cancellationToken) is { Status: ExtractStatus.Delivered, Delivery: { } delivery })
            {
                delivered.Add((other, (await extracts.FindOrderAsync(other, cancellationToken))!.Order.Order == order.Order, delivery.At));
            }
        }

        if (delivered.Count == 0)
        {
            return null;
        }

        var before = delivered.OrderByDescending(one => one.IsOfOrder).ThenByDescending(one => one.At).First().Id;
        var kept = await sums.Blobs.FindAsync(KeptSums.Codebook(codebook.Project, before), cancellationToken);
        return (before, ContentOf(before, JsonSerializer.Deserialize(kept, PackageJson.Default.Codebook)!));
    }

    private DeliveredContent ContentOf(string id, Codebook codebook) => new(
        codebook,
        (table, token) => sums.Blobs.OpenAsync(KeptSums.Rows(codebook.Project, id, table), token),
        token => sums.Blobs.OpenAsync(KeptSums.Persons(codebook.Project, id), token));
}
