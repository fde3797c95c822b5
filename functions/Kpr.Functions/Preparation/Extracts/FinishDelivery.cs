using System.Text;
using Kpr.Core.Cases;
using Kpr.Core.Extracts.Package;
using Kpr.Core.Extracts.Package.Encryption;
using Kpr.Functions.Extracts;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>
/// Signs the manifest of a delivery whose files are all encrypted, asks the case a last time, and says in the state where the delivery lies. Nobody can fetch it before
/// <see cref="SettleDelivery"/> has entered it in the ledger.
/// </summary>
/// <param name="extracts">The orders.</param>
/// <param name="guards">What must hold.</param>
/// <param name="cases">The cases.</param>
/// <param name="certificates">Signs.</param>
/// <param name="deliveries">Takes the manifest.</param>
/// <param name="clock">The time.</param>
public sealed class FinishDelivery(
    ExtractStore extracts, DeliveryGuards guards, CaseWatch cases, RegisterCertificates certificates, DeliveryStore deliveries, TimeProvider clock)
{
    /// <summary>Finishes.</summary>
    [Function(nameof(FinishDelivery))]
    public async Task RunAsync([ActivityTrigger] DeliveryEnd end, CancellationToken cancellationToken)
    {
        if (await extracts.FindStateAsync(end.Id, cancellationToken) is not { Delivery: null } || await guards.PassAsync(end.Id, cancellationToken) is not var (order, state, release, recipient))
        {
            return;
        }

        var files = new List<ExtractFile>(end.Files);
        var found = await cases.LoadAsync(order.Order.Case, cancellationToken);
        var decision = CaseWatch.DecisionOf(found, order.Order.Order, end.Id, state.DecisionVersion);
        var manifest = Manifest(end, found, order, state with { DecisionVersion = decision }, recipient);
        using var certificate = await certificates.EnsureAsync(cancellationToken);
        foreach (var (name, content) in ((string, byte[])[])[
            (DeliveryManifest.SumsName, Encoding.UTF8.GetBytes(manifest.ToSums())),
            (DeliveryManifest.SignatureName, ManifestSignature.Sign(manifest.ToBytes(), certificate, null, clock.GetUtcNow())),
            (DeliveryManifest.FileName, manifest.ToBytes())])
        {
            files.Add(await DeliverFile.WriteAsync(
                deliveries, release.Room, end.Folder, name, recipient, _ => Task.FromResult<Stream>(new MemoryStream(content, writable: false)), cancellationToken));
        }

        var delivery = new ExtractDelivery(end.Folder, files, clock.GetUtcNow().UtcDateTime, release.ExpiresAt, release.Room);
        await extracts.ChangeStateAsync(end.Id, now => now is { Status: ExtractStatus.Released, Delivery: null } ? now with { Delivery = delivery, DecisionVersion = decision } : now, cancellationToken);
    }

    private DeliveryManifest Manifest(DeliveryEnd end, CaseState found, StoredExtract order, ExtractState state, RecipientCertificate recipient)
    {
        var rows = state.Tables!.ToDictionary(table => $"{table.Name}.csv", table => table.Rows, StringComparer.Ordinal);
        return new DeliveryManifest(
            end.Folder, PlanExtract.ProjectOf(found), order.Order.Case, order.Order.Order, state.DecisionVersion!.Value, ExtractCodebook.CatalogueVersion, state.Reference!, clock.GetUtcNow(), recipient.Sha256,
            [.. state.Files!.Select(file => new PackagedFile(file.Name, file.Bytes, file.Sha256, rows.TryGetValue(file.Name, out var count) ? count : null))])
        {
            EndsOn = found.Permit?.EndsOn ?? found.Decision?.EndsOn,
            DeletionOn = found.Decision?.DeletionOn,
        };
    }
}
