using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Intake;

/// <summary>Hides a sensitive case from handlers it is not assigned to, or shows it again.</summary>
/// <param name="Restricted">Hide or show.</param>
/// <param name="Reason">Why.</param>
[Command("restrict-case", "Skjerm saken", "Restrict the case")]
[By(Role.Coordinator, Relation.Office)]
[By(Role.Decider, Relation.Office, Relation.Assigned)]
public sealed record RestrictCase(bool Restricted, string Reason) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now) =>
        string.IsNullOrWhiteSpace(Reason) ? Refusals.TextMissing.For("reason")
        : state.Staff.Restricted == Restricted ? []
        : [new RestrictionSet(Restricted, Reason)];
}
