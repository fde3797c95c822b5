using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Deciding;
using Kpr.Core.Cases.Fulfilment;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Changes;

/// <summary>
/// A change application was granted: this case gets version n + 1 of its decision, the older stays visible. Orders of registers that the change touches
/// are replaced; the others go on under the new version.
/// </summary>
/// <param name="Case">Id of the change application.</param>
/// <param name="Sections">The sections it changes.</param>
/// <param name="Sources">Codes of the registers the new version opens.</param>
/// <param name="Affected">Codes of those whose running orders must be replaced.</param>
/// <param name="EndsOn">The new end; null as it was.</param>
[Command("apply-change", "Gjennomfør endring", "Apply change")]
[In(Phase.Decided, Phase.Fulfilment, Phase.Active, Phase.Expiring)]
[By(Role.System, Relation.Office)]
public sealed record ApplyChange(
    string Case, ApplicationContent Sections, IReadOnlyList<string> Sources, IReadOnlyList<string> Affected, DateOnly? EndsOn = null) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now)
    {
        if (state.Changes.All(change => change.Case != Case))
        {
            return Refusals.UnknownItem.For(Case);
        }

        if (state.Decision is not { Grants: true } old || Sources.Count == 0)
        {
            return Refusals.NothingGranted;
        }

        var made = Decisions.Make(
            state, now, old.Outcome, DecisionCause.Change, Sources, old.Reasons, [], old.Conditions, EndsOn ?? old.EndsOn, old.DeletionOn);
        List<CaseEvent> events = [new ChangeApplied(Case, Sections), new Decided(made)];
        if (EndsOn is { } until && state.FindClock(ClockKind.Permit) is { IsRunning: true } && until > state.Permit!.EndsOn)
        {
            events.Add(new ExtensionGranted(until));
            events.Add(new ClockExtended(ClockKind.Permit, null, now.Today, null, until, "Endringssøknad ble innvilget"));
        }

        var after = Preview.After(state, events, now);
        var untouched = made with { Sources = [.. Sources.Except(Affected)] };
        events.AddRange(OrdersFollowDecision.Rebase(state, untouched));
        foreach (var order in state.Orders.Where(order => !order.State.IsTerminal() && !order.State.IsDelivered() && Affected.Contains(order.Register)))
        {
            if (!Sources.Contains(order.Register) || order.ViaLinker)
            {
                // An order at the linker cannot be exchanged under it: it is cancelled, and the linkage decides about the missing source.
                events.AddRange(OrderEnding.Cancel(state, now, order, "Vedtaket ble endret"));
                continue;
            }

            List<CaseEvent> place = [.. OrderPlacement.Place(after, now, order.Register, viaLinker: false)];
            events.AddRange(place);
            events.Add(new OrderReplaced(order.Id, place.OfType<OrderPlaced>().Single().Order, "Vedtaket ble endret"));
            events.AddRange(OrderEnding.StopClocks(state, now, order, "Vedtaket ble endret"));
        }

        return FulfilmentProgress.Then(state, now, events);
    }
}
