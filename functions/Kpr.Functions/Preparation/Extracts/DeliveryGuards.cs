using System.Text;
using Kpr.Core.Extracts.Package.Encryption;
using Kpr.Functions.Extracts;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>What must hold before a released extract is encrypted, and again before it is a delivery.</summary>
/// <param name="extracts">The orders.</param>
/// <param name="cases">The cases.</param>
/// <param name="outdated">Whether somebody must not be in it any more.</param>
/// <param name="deliveries">The rooms.</param>
/// <param name="clock">The time.</param>
/// <param name="log">The log.</param>
public sealed class DeliveryGuards(ExtractStore extracts, CaseWatch cases, Outdated outdated, DeliveryStore deliveries, TimeProvider clock, ILogger<DeliveryGuards> log)
{
    /// <summary>Looks, and gives the extract up where something stands in the way.</summary>
    /// <returns>The release and the certificate; null when nothing is to be delivered.</returns>
    public async Task<(StoredExtract Order, ExtractState State, ExtractRelease Release, RecipientCertificate Certificate)?> PassAsync(string id, CancellationToken cancellationToken)
    {
        var state = await extracts.FindStateAsync(id, cancellationToken);
        if (state is not { Status: ExtractStatus.Released })
        {
            return null;
        }

        var order = (await extracts.FindOrderAsync(id, cancellationToken))!;
        var release = await extracts.FindReleaseAsync(id, cancellationToken);
        var reading = RecipientCertificate.Read(Encoding.ASCII.GetBytes(release?.Certificate ?? ""), clock.GetUtcNow());
        var refusal = release is null ? "Frigivelsen mangler."
            : release.By == order.By ? "Den som bestilte uttrekket, kan ikke frigi det."
            : state.AboveLimits == true && string.IsNullOrWhiteSpace(release.Reason) ? "Risikoen er over grensene, og frigivelsen har ingen begrunnelse."
            : release.Room is { } room && !deliveries.HasRoom(room) ? "Analyserommet finnes ikke."
            : reading.Fault?.Message;
        if (refusal is not null)
        {
            return await EndAsync(id, ExtractStatus.Refused, refusal, cancellationToken);
        }

        var discarded = CaseWatch.Refusal(await cases.LoadAsync(order.Order.Case, cancellationToken), order.Order.Order, id, state.DecisionVersion, state.KeyBatch)
            ?? (await outdated.IsAsync(id, cancellationToken) ? Outdated.Message : null);
        return discarded is null ? (order, state, release!, reading.Certificate!) : await EndAsync(id, ExtractStatus.Discarded, discarded, cancellationToken);
    }

    private async Task<(StoredExtract, ExtractState, ExtractRelease, RecipientCertificate)?> EndAsync(string id, ExtractStatus status, string message, CancellationToken cancellationToken)
    {
        await extracts.ChangeStateAsync(id, now => now.Status == ExtractStatus.Released ? now with { Status = status, Message = message } : now, cancellationToken);
        Log.ExtractGivenUp(log, id, status);
        return null;
    }
}
