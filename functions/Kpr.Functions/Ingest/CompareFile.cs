using System.Globalization;
using Kpr.Core.Formats;
using Kpr.Core.Formats.CareReport;
using Kpr.Core.Formats.Claims;
using Kpr.Core.Judging;
using Kpr.Core.Rules;
using Kpr.Core.Rules.CareEvents;
using Kpr.Core.Rules.CareReport;
using Kpr.Core.Rules.Claims;
using Kpr.Core.Rules.KuhrDelivery;
using Kpr.Functions.Register;

namespace Kpr.Functions.Ingest;

/// <summary>
/// Holds a file as a whole against what the register has of its sender: last year's numbers (F27, F28, K35), and when it was
/// last heard of (E14, K36). All of it warns; nothing of it decides what is stored.
/// </summary>
/// <param name="ledger">The ledger.</param>
/// <param name="work">The work area.</param>
/// <param name="register">The register.</param>
public sealed class CompareFile(IngestLedger ledger, WorkArea work, RegisterStore register)
{
    private static readonly string[] Services = [.. Enum.GetValues<ClaimService>().Select(service => service.Folder())];

    /// <summary>What there is to tell of a file.</summary>
    public async Task<IReadOnlyList<Finding>> RunAsync(
        FileRow row, IncomingFile.Address address, FileReading reading, FileContext context, CancellationToken cancellationToken)
    {
        if (reading.Chunks.Count == 0)
        {
            return [];
        }

        var last = await ledger.HeardOfAsync(address, row, cancellationToken);
        var faults = new List<Fault?>
        {
            address.Feed.Name == "care-events" ? The<E14MunicipalityHeardOf>.Rule.Judge(row.ReceivedAt, last) : null,
            address.Feed.Name == "claims" ? The<K36ProviderHeardOf>.Rule.Judge(row.ReceivedAt, last) : null,
        };
        if (reading.Shipment is { Shipment: CareReportShipment.Professional } report)
        {
            await CompareUsersAsync(address, reading, report, context, faults, cancellationToken);
        }
        else if (reading.Edition is { } edition)
        {
            await CompareClaimsAsync(row, address, reading, edition.Period, faults, cancellationToken);
        }

        return [.. faults.OfType<Fault>().Where(fault => fault.Rule.AppliesOn(context.ReceivedOn)).Select(FileJudge.AsFinding)];
    }

    private async Task CompareUsersAsync(
        IncomingFile.Address address, FileReading reading, ShipmentSummary report, FileContext context, List<Fault?> faults, CancellationToken cancellationToken)
    {
        var area = context.Reference.Municipalities.CompareWith(report.Municipality, report.PeriodTo, report.PeriodTo.AddYears(-1));
        var before = 0L;
        foreach (var earlier in area.Earlier)
        {
            before += await RowsAsync(address, CareReportLayout.PartitionOf(report.Year - 1, earlier.Number), cancellationToken);
        }

        if (before > 0)
        {
            faults.Add(The<F28ComparedByArea>.Rule.Tell(report.Municipality, area));
            faults.Add(area.IsSameArea ? The<F27UsersAsLastYear>.Rule.Compare(reading.Messages.Sum(message => message.Records), before) : null);
        }
    }

    private async Task CompareClaimsAsync(
        FileRow row, IncomingFile.Address address, FileReading reading, DateOnly month, List<Fault?> faults, CancellationToken cancellationToken)
    {
        var claims = Services.ToDictionary(service => service, _ => 0L, StringComparer.Ordinal);
        var prefix = month.ToString("yyyy/MM/", CultureInfo.InvariantCulture);
        foreach (var chunk in reading.Chunks)
        {
            var result = await work.ReadAsync(WorkArea.Result(row.PartitionKey, chunk.Index), IngestJson.Default.ChunkResult, cancellationToken);
            foreach (var (partition, rows) in result.Partitions.Where(part => part.Partition.StartsWith(prefix, StringComparison.Ordinal)))
            {
                var service = partition[prefix.Length..];
                claims[service] = claims.GetValueOrDefault(service) + rows;
            }
        }

        var lastYear = month.AddYears(-1).ToString("yyyy/MM/", CultureInfo.InvariantCulture);
        foreach (var (service, rows) in claims.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            faults.Add(The<K35VolumeAsLastYear>.Rule.Compare(service, rows, await RowsAsync(address, lastYear + service, cancellationToken)));
        }
    }

    private async Task<long> RowsAsync(IncomingFile.Address address, string partition, CancellationToken cancellationToken) =>
        (await register.FindManifestAsync($"{address.Feed.Layout.Folder}/{partition}", cancellationToken))?.Rows ?? 0;
}
