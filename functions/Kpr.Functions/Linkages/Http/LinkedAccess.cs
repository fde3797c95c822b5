using Kpr.Core.Cases;
using Kpr.Core.Cases.Linkages;
using Kpr.Core.Cases.Orders;
using Kpr.Functions.Applications.Http;

namespace Kpr.Functions.Linkages.Http;

/// <summary>Whether linked data can be fetched.</summary>
internal static class LinkedAccess
{
    /// <summary>Why not; null when they can. What one register recalls closes all: its rows stand in no file alone.</summary>
    public static Problem? Closed(CaseState state, LinkageRelease release, DateTimeOffset now) =>
        !IsOpen(state) ? Problems.DeliveryClosed
        : release.DeletedAt is not null || now.UtcDateTime >= release.ExpiresAt ? Problems.DeliveryExpired
        : null;

    /// <summary>Whether the case lets them be had.</summary>
    public static bool IsOpen(CaseState state) =>
        state is { Suspended: null, Phase: Phase.Fulfilment or Phase.Active or Phase.Expiring } && AreDelivered(state)
        && state.Linkage!.Orders.All(id => state.FindOrder(id)?.State is OrderState.Released or OrderState.ReceiptConfirmed);

    /// <summary>Whether the case has made them available: what the sources sent has then served.</summary>
    public static bool AreDelivered(CaseState state) => state.Linkage is { State: LinkageState.Delivered or LinkageState.KeyDestroyed or LinkageState.KeyKept };
}
