using Kpr.Core.Calendar;
using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Review;

namespace Kpr.Core.Cases.Orders;

/// <summary>Places orders.</summary>
internal static class OrderPlacement
{
    /// <summary>An order to a register by the decision that counts, with its clock.</summary>
    /// <param name="state">The case, with the decision.</param>
    /// <param name="now">The moment.</param>
    /// <param name="register">Code of the register.</param>
    /// <param name="viaLinker">Whether data go to the linker.</param>
    /// <param name="zeroPrice">Whether it is free.</param>
    public static IEnumerable<CaseEvent> Place(CaseState state, CommandContext now, string register, bool viaLinker, bool zeroPrice = false)
    {
        var id = $"{register}-{state.Orders.Count(order => order.Register == register) + 1}";
        var accepted = state.Estimates.LastOrDefault(estimate => estimate.Biller == register && estimate.Status == EstimateStatus.Accepted);
        yield return new OrderPlaced(id, register, state.Decision!.Version, viaLinker, zeroPrice, accepted?.Minutes);

        // The register has until the statutory date; when that is past already, ten working days.
        var statutory = state.FindClock(ClockKind.MakeAvailable)?.Due;
        var until = statutory > now.Today ? statutory.Value : Deadline.Of(now.Today, Term.WorkingDays(10), now.Calendar).Due;
        yield return now.StartUntil(state, ClockKind.OrderDelivery, until, "Bestillingen ble sendt", id);
        if (state.Profile == ClockProfile.Ehds)
        {
            yield return now.Start(state, ClockKind.EhdsHolder, "Bestillingen ble sendt", subject: id);
        }
    }
}
