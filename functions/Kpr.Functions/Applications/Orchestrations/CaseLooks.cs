using Kpr.Core.Cases;
using Kpr.Core.Cases.Linkages;
using Kpr.Core.Cases.Orders;

namespace Kpr.Functions.Applications.Orchestrations;

/// <summary>Makes of a case what its flows need to know. Pure.</summary>
public static class CaseLooks
{
    /// <summary>Of the case.</summary>
    public static CaseLook Of(CaseState state, CaseProcess process)
    {
        var due = process.NextDue(state)?.UtcDateTime;
        List<PartLook> parts = [.. Orders(state), .. Linkage(state) is { } linkage ? [linkage] : Array.Empty<PartLook>(), .. Expiry(state, due) is { } expiry ? [expiry] : Array.Empty<PartLook>()];
        var open = parts.Where(part => !part.Over).ToList();

        // The right of use keeps time for the case from the day the data are in use: one flow at a time does.
        var kept = open.Any(part => part.Flow == CaseFlowNames.Expiry);
        return new CaseLook(
            Name(state.Phase), state.Version, kept ? null : due, due is null && open.Count == 0 && (state.Phase.IsTerminal() || state.Phase == Phase.None), open,
            [.. Bills(state)]);
    }

    /// <summary>Of one part.</summary>
    public static PartLook Of(CaseState state, CaseProcess process, string flow, string? part)
    {
        var found = flow switch
        {
            CaseFlowNames.Order => Orders(state).FirstOrDefault(order => order.Part == part),
            CaseFlowNames.Linkage => Linkage(state),
            _ => Expiry(state, process.NextDue(state)?.UtcDateTime),
        };
        return found ?? new PartLook("", flow, part, "gone", Over: true);
    }

    // What may be billed; and orders that ended without anything to bill, since a bill may have waited for them.
    private static IEnumerable<string> Bills(CaseState state) => state.Billing.Select(basis => basis.Id).Concat(
        state.Orders.Where(order => (order.State.IsTerminal() || order.State.IsDelivered()) && !state.Billing.Any(basis => basis.Order == order.Id)).Select(order => order.Id));

    private static IEnumerable<PartLook> Orders(CaseState state) => state.Orders.Select(order => new PartLook(
        CaseFlowNames.OfOrder(state.Id, order.Id), CaseFlowNames.Order, order.Id, Name(order.State), order.State.IsTerminal() || order.State == OrderState.ReceiptConfirmed));

    private static PartLook? Linkage(CaseState state) => state.Linkage is { } linkage
        ? new PartLook(
            CaseFlowNames.OfLinkage(state.Id), CaseFlowNames.Linkage, null, $"{Name(linkage.State)} {linkage.Arrived.Count} of {linkage.Orders.Count}",
            linkage.IsOver || linkage.State == LinkageState.Delivered || state.Phase.IsTerminal())
        : null;

    private static PartLook? Expiry(CaseState state, DateTime? due) => state.Phase is Phase.Active or Phase.Expiring or Phase.DeletionDue
        ? new PartLook(CaseFlowNames.OfExpiry(state.Id), CaseFlowNames.Expiry, null, Name(state.Phase), Over: false, due)
        : null;

    private static string Name<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
