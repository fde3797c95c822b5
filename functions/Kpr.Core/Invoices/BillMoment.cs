using Kpr.Core.Cases;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Invoices.Bills;

namespace Kpr.Core.Invoices;

/// <summary>
/// When a bill is issued: as soon as the biller's part of the case is finished, and in any case in good time before the month from the first delivery is over
/// (bokføringsforskriften § 5-2-2; R44). So one who delivers from two registers sends one invoice, and nobody waits for a slow one too long.
/// </summary>
public static class BillMoment
{
    /// <summary>Days between the last day that a bill waits for the rest of the work and the last day to issue it.</summary>
    public const int DaysToSpare = 7;

    /// <summary>Whether no work of these is left to be done in the case.</summary>
    /// <param name="state">The case.</param>
    /// <param name="registers">Codes of the registers whose work stands on the bill.</param>
    public static bool IsFinished(CaseState state, IReadOnlyList<string> registers)
    {
        if (state.Phase.IsTerminal())
        {
            return true;
        }

        var orders = state.Orders.Where(order => registers.Contains(order.Register)).ToList();

        // Decided, and the orders not sent yet.
        var awaited = orders.Count == 0 && state is { Phase: Phase.Decided, Decision: { Grants: true } decision } && decision.Sources.Any(registers.Contains);
        return !awaited && orders.All(order => order.State.IsTerminal() || order.State.IsDelivered());
    }

    /// <summary>The last day that a bill waits for the rest of the work; null while there is nothing on it.</summary>
    public static DateOnly? WaitsUntil(Bill bill) => bill.IssueBy?.AddDays(-DaysToSpare);
}
