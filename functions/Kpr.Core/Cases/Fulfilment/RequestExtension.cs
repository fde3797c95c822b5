using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Fulfilment;

/// <summary>Asks for more time. Under EHDS once, and a month before the end (Art. 68(12)).</summary>
/// <param name="Until">The new end.</param>
/// <param name="Reason">Why.</param>
[Command("request-extension", "Be om forlengelse", "Ask for extension")]
[In(Phase.Active, Phase.Expiring)]
[By(Role.Applicant, Relation.Owner)]
public sealed record RequestExtension(DateOnly Until, string Reason) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now)
    {
        var permit = state.Permit!;
        if (string.IsNullOrWhiteSpace(Reason))
        {
            return Refusals.TextMissing.For("reason");
        }

        if (Until <= permit.EndsOn)
        {
            return Refusals.DateNotAhead.For("until");
        }

        if (state.Profile == ClockProfile.Ehds)
        {
            if (permit.Extensions > 0)
            {
                return Refusals.ExtensionUsed;
            }

            if (now.Today > permit.EndsOn.AddMonths(-1))
            {
                return Refusals.ExtensionTooLate;
            }

            if (Until > permit.EndsOn.AddYears(10))
            {
                return Refusals.PermitTooLong;
            }
        }

        return [new ExtensionRequested(Until, Reason)];
    }
}
