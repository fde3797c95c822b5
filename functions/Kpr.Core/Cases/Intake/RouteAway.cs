using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Intake;

/// <summary>Sends a wrongly addressed application to the right body and tells the sender: forvaltningsloven § 11 4th paragraph; R4.</summary>
/// <param name="To">Code of the register, or name of the body.</param>
/// <param name="Reason">Why, as the applicant reads it.</param>
[Command("route-away", "Send til rett instans", "Send to the right body")]
[In(Phase.Submitted, Phase.Intake)]
[By(Role.Coordinator, Relation.Office)]
[By(Role.Handler, Relation.Assigned)]
public sealed record RouteAway(string To, string Reason) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now) =>
        string.IsNullOrWhiteSpace(To) || string.IsNullOrWhiteSpace(Reason)
            ? Refusals.TextMissing.For("to", "reason")
            : [.. now.StopAll(state, "Søknaden ble sendt til rett instans"), new RoutedAway(To, null, Reason)];
}
