using Kpr.Core.Rules;
using Kpr.Functions.Reference;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Ingest;

/// <summary>
/// What is known of a file before it is read, the same for every step and on every host: the reference data are those named in its row,
/// whatever has been loaded since.
/// </summary>
/// <param name="reference">The reference data.</param>
/// <param name="rules">The operator's settings.</param>
public sealed class FileContexts(ReferenceStore reference, IOptions<RuleSettings> rules)
{
    /// <summary>What is known of a file.</summary>
    public async Task<FileContext> OfAsync(FileRow row, IncomingFile.Address address, CancellationToken cancellationToken) =>
        new(row.ReceivedAt, rules.Value)
        {
            Sender = address.Sender,
            Reference = await reference.GetAsync(row.ReferenceData, cancellationToken),
            Review = row.Review,
        };
}
