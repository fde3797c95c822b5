using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Timers;

/// <summary>
/// Lets time pass: reminders, expiry, escalation, whatever is due by now, in order of its day. Nothing is due: no events. It may be given at any time and
/// as often as one likes; what was late happens once, and periods that follow count from the day it really happened.
/// </summary>
[Command("advance", "La tiden gå", "Let time pass")]
[In(Phase.Draft, Phase.Submitted, Phase.RoutedAway, Phase.Intake, Phase.AwaitingApplicant, Phase.InReview, Phase.AwaitingExternal, Phase.EstimateSent, Phase.Recommended,
    Phase.Decided, Phase.Fulfilment, Phase.Failed, Phase.Active, Phase.Expiring, Phase.DeletionDue, Phase.Dismissed, Phase.Withdrawn, Phase.Refused,
    Phase.Revoked, Phase.Closed, Phase.Deleted)]
[By(Role.System, Relation.Office)]
public sealed record Advance : CaseCommand
{
    // Every effect ends its own waiting; more than this many at once is a fault in one of them.
    private const int Most = 500;

    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now)
    {
        var events = new List<CaseEvent>();
        for (var fired = 0; TimedEffects.Next(state, now.Policy) is { } next && next.Day <= now.Today; fired++)
        {
            List<CaseEvent> more = [.. next.Effect.Fire(state, now)];
            if (more.Count == 0 || fired == Most)
            {
                throw new InvalidOperationException($"{next.Effect.GetType().Name} does not end its waiting in case {state.Id}.");
            }

            events.AddRange(more);
            state = Preview.After(state, more, now);
        }

        return [.. events];
    }
}
