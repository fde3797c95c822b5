using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Ending;
using Kpr.Core.Cases.Orders;

namespace Kpr.Core.Cases.Fulfilment;

/// <summary>What follows for the case when orders move: the statutory clock stops with the last source, and the case goes on when all orders are over.</summary>
internal static class FulfilmentProgress
{
    /// <summary>These events and what follows from them.</summary>
    public static Outcome<CaseEvent> Then(CaseState state, CommandContext now, IEnumerable<CaseEvent> events)
    {
        var decided = events.ToList();
        var after = Preview.After(state, decided, now);
        if (after.Phase is not (Phase.Fulfilment or Phase.Active or Phase.Expiring or Phase.Failed) || after.Orders.Count == 0)
        {
            return [.. decided];
        }

        var delivered = after.Orders.Any(order => order.State.IsDelivered());
        if (delivered && after.Orders.All(order => order.State.IsDelivered() || order.State.IsTerminal()))
        {
            decided.AddRange(now.Stop(after, ClockKind.MakeAvailable, "Siste datakilde ble gjort tilgjengelig"));
            decided.AddRange(now.Stop(after, ClockKind.EhdsAvailability, "Siste datakilde ble gjort tilgjengelig"));
        }

        if (after.Phase == Phase.Fulfilment && after.Orders.All(order => order.State.IsTerminal()))
        {
            // The statutory clock of a failure runs on: nothing was made available.
            decided.AddRange(delivered ? InUse(after, now) : [new FulfilmentFailed()]);
        }

        return [.. decided];
    }

    private static List<CaseEvent> InUse(CaseState state, CommandContext now)
    {
        if (state.Kind == ApplicationKind.Statistics)
        {
            // Anonymous tables are the applicant's to keep: nothing expires and nothing is deleted.
            return
            [
                .. now.StopAll(state, "Statistikken er levert", ClockKind.InvoiceIssue, ClockKind.Appeal, ClockKind.AppealLatest, ClockKind.EhdsPublication),
                new CaseClosed("Statistikken er levert"),
            ];
        }

        var endsOn = state.Permit?.EndsOn ?? state.Decision!.EndsOn ?? now.Today;
        List<CaseEvent> events = [new DataInUse(endsOn)];
        if (state.FindClock(ClockKind.Permit) is not { IsRunning: true })
        {
            events.Add(now.StartUntil(state, ClockKind.Permit, endsOn, "Data ble tatt i bruk"));
        }

        if (state.Profile == ClockProfile.Ehds && state.FindClock(ClockKind.EhdsResults) is null)
        {
            events.Add(now.Start(state, ClockKind.EhdsResults, "Data ble tatt i bruk"));
        }

        return events;
    }
}
