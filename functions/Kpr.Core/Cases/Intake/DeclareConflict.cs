using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Intake;

/// <summary>Declares that someone is not impartial (inhabil): forvaltningsloven ch. II; G15. Staff declare it of themselves; a coordinator or decider of anyone.</summary>
/// <param name="Subject">Who.</param>
/// <param name="Reason">Why.</param>
[Command("declare-conflict", "Meld inhabilitet", "Declare conflict of interest")]
[By(Role.Coordinator, Relation.Office)]
[By(Role.Handler, Relation.Office, Relation.Assigned)]
[By(Role.Decider, Relation.Office, Relation.Assigned)]
[By(Role.Register, Relation.Source)]
[By(Role.Finance, Relation.Office, Relation.Source)]
public sealed record DeclareConflict(string Subject, string Reason) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now) =>
        string.IsNullOrWhiteSpace(Subject) || string.IsNullOrWhiteSpace(Reason) ? Refusals.TextMissing.For("subject", "reason")
        : Subject != now.By.Subject && now.By.Role is not (Role.Coordinator or Role.Decider) ? Refusals.OnlyForYourself
        : state.Staff.IsConflicted(Subject) ? []
        : [new ConflictDeclared(Subject, Reason)];
}
