using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Fulfilment;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Cases.Review;

namespace Kpr.Core.Cases.Ending;

/// <summary>Tells billers what they may bill. Amounts are not known here: the price list makes them.</summary>
internal static class Billing
{
    /// <summary>The basis of Helsedataservice; nothing when it was told before and nothing came since.</summary>
    public static IEnumerable<CaseEvent> OfHelsedataservice(CaseState state, CommandContext now, BillingCause cause, bool baseFee)
    {
        var before = state.Billing.Where(basis => basis.Biller == Estimate.Helsedataservice).ToList();
        var minutes = state.HandlingMinutes - before.Sum(basis => basis.Minutes);
        var fee = baseFee && !before.Any(basis => basis.BaseFee);
        return fee || minutes > 0 ? Ready(state, now, Basis(state, now, Estimate.Helsedataservice, cause, fee, minutes, null)) : [];
    }

    /// <summary>The basis of a register for one order; nothing for a free redelivery.</summary>
    public static IEnumerable<CaseEvent> OfOrder(CaseState state, CommandContext now, SourceOrder order, BillingCause cause, int offset = 0) =>
        order.ZeroPrice || (cause != BillingCause.Delivered && order.Minutes == 0) || state.Billing.Any(basis => basis.Order == order.Id && basis.Cause != BillingCause.Credit)
            ? []
            : Ready(state, now, Basis(state, now, order.Register, cause, baseFee: false, order.Minutes, order.Id, offset));

    /// <summary>The credit of what a register billed for an order.</summary>
    public static IEnumerable<CaseEvent> Credit(CaseState state, CommandContext now, string order, int offset = 0) =>
        state.Billing.FirstOrDefault(basis => basis.Order == order && basis.Cause == BillingCause.Delivered) is { } billed
            && !state.Billing.Any(basis => basis.Order == order && basis.Cause == BillingCause.Credit)
            ? Ready(state, now, billed with { Id = Next(state, offset), Cause = BillingCause.Credit, On = now.Today })
            : [];

    /// <summary>The next id, when some are given out in the same decision already.</summary>
    public static string Next(CaseState state, int offset) => $"B{state.Billing.Count + 1 + offset}";

    private static BillingBasis Basis(
        CaseState state, CommandContext now, string biller, BillingCause cause, bool baseFee, int minutes, string? order, int offset = 0) => new(
        Next(state, offset), biller, cause, now.Today, baseFee, minutes, state.Content.Sources?.Sources.Count ?? 0,
        state is { Kind: ApplicationKind.Statistics, Content.Project.StudentProject: true }, state.Content.Project?.DataRefresh == true, order);

    private static IEnumerable<CaseEvent> Ready(CaseState state, CommandContext now, BillingBasis basis) =>
        [new BillingReady(basis), now.Start(state, ClockKind.InvoiceIssue, "Tjenesten ble levert", subject: basis.Id)];
}
