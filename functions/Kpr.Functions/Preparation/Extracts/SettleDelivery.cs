using System.Text.Json;
using Kpr.Core.Extracts.Orders;
using Kpr.Functions.Extracts;
using Kpr.Functions.Register;
using Kpr.Functions.Statistics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>
/// Settles a delivery: its persons are kept, sealed, for those who ask who got data about them; it is entered in the disclosure ledger, once; then it can be fetched. What was
/// given up is deleted. Doing it twice does nothing.
/// </summary>
/// <param name="extracts">The orders.</param>
/// <param name="packages">The packages.</param>
/// <param name="deliveries">The deliveries.</param>
/// <param name="disclosed">Takes the persons.</param>
/// <param name="cases">The cases.</param>
/// <param name="audit">The audit log.</param>
/// <param name="forget">Forgets what was given up, and tells the case.</param>
/// <param name="log">The log.</param>
public sealed class SettleDelivery(
    ExtractStore extracts, PreparedPackages packages, DeliveryStore deliveries, DisclosedPersons disclosed, CaseWatch cases, AuditLog audit, ForgetExtract forget, ILogger<SettleDelivery> log)
{
    /// <summary>Settles.</summary>
    [Function(nameof(SettleDelivery))]
    public async Task<ExtractStatus> RunAsync([ActivityTrigger] string id, CancellationToken cancellationToken)
    {
        var state = (await extracts.FindStateAsync(id, cancellationToken))!;
        if (state is { Status: ExtractStatus.Released, Delivery: { } delivery })
        {
            var order = (await extracts.FindOrderAsync(id, cancellationToken))!.Order;
            await disclosed.WriteAsync(id, await packages.Blobs.FindAsync(PreparedPackages.Persons(id), cancellationToken), cancellationToken);
            await EnterAsync(id, order, state, delivery, (await extracts.FindReleaseAsync(id, cancellationToken))!, cancellationToken);
            state = await extracts.ChangeStateAsync(id, now => now.Status == ExtractStatus.Released ? now with { Status = ExtractStatus.Delivered } : now, cancellationToken);
            Log.ExtractDelivered(log, id, delivery.Files.Count);
        }

        if (state is { Status: ExtractStatus.Delivered, Delivery: { DeletedAt: null } there })
        {
            await deliveries.DeleteAsync(there.Room, id, there.Folder, cancellationToken);
            await packages.Blobs.DeleteAsync(ExtractNames.All(id), cancellationToken);
        }

        await forget.RunAsync(id, cancellationToken);
        return state.Status;
    }

    private async Task EnterAsync(string id, ExtractOrder order, ExtractState state, ExtractDelivery delivery, ExtractRelease release, CancellationToken cancellationToken)
    {
        var found = await cases.LoadAsync(order.Case, cancellationToken);
        var line = new Disclosure(
            order.Case, order.Order, state.DecisionVersion!.Value, found.Content.Legal?.Grounds() ?? "", [.. order.Datasets.Select(dataset => dataset.Dataset)],
            order.Datasets.Min(dataset => dataset.From), order.Datasets.Max(dataset => dataset.To), state.Persons!.Value, state.Tables!.Sum(table => table.Rows),
            DateOnly.FromDateTime(delivery.At).AddYears(Disclosure.KeptYears));
        await audit.AppendAsync(new AuditEvent(new DateTimeOffset(delivery.At, TimeSpan.Zero), release.By, Disclosure.Action, id, release.Recipient, JsonSerializer.Serialize(line, TableJson.Options))
        {
            Once = true,
            Chain = Disclosure.ChainOf(delivery.At.Year),
        }, cancellationToken);
    }
}
