using Kpr.Core.Cases.Content;

namespace Kpr.Core.Cases.Orders;

/// <summary>What must hold before data leave a register or a linker.</summary>
internal static class ReleaseGuards
{
    /// <summary>What stands in the way; null when nothing does.</summary>
    public static Refusal? Refuse(CaseState state, SourceOrder order)
    {
        if (state.Suspended is not null)
        {
            return Refusals.EffectSuspended;
        }

        if (state.Decision is not { Grants: true } decision || order.DecisionVersion != decision.Version || order.Output?.DecisionVersion != decision.Version)
        {
            return Refusals.DecisionNotCurrent.For(order.Id);
        }

        if (order.Output is not { Checked: true })
        {
            return Refusals.OutputNotChecked.For(order.Id);
        }

        if (state.Kind == ApplicationKind.PersonLevel)
        {
            if (order.Output.ReservationsAsOf is null)
            {
                return Refusals.ReservationsNotApplied.For(order.Id);
            }

            if (state.Content.People is not { Persons.Count: > 0 } people || people.Persons.Any(person => !person.ConfirmedByController))
            {
                return Refusals.PersonsNotConfirmed.For([.. state.Content.People?.Persons.Where(person => !person.ConfirmedByController).Select(person => person.Name) ?? []]);
            }
        }

        return null;
    }

    /// <summary>
    /// Four eyes (fire øyne): who ordered or made the output, or checked it, lets it go to nobody. Null when it was neither, and where an older event did not note it.
    /// </summary>
    public static Refusal? RefusePerson(SourceOrder order, CommandContext now) =>
        order.Output is { } output && (output.MadeBy == now.By.Subject || output.CheckedBy == now.By.Subject) ? Refusals.FourEyes.For(now.By.Subject) : null;
}
