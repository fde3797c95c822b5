using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Drafting;

/// <summary>Begins a draft. With <paramref name="Changes"/> it asks to change a decision (endringssøknad).</summary>
/// <param name="Kind">What is applied for.</param>
/// <param name="Profile">Whose deadlines it follows.</param>
/// <param name="Changes">The decision it asks to change.</param>
[Command("start", "Ny søknad", "New application")]
[In(Phase.None)]
[By(Role.Applicant, Relation.None)]
public sealed record Start(ApplicationKind Kind, ClockProfile Profile = ClockProfile.National, CaseLink? Changes = null) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now) =>
    [
        new Started(Kind, Profile, now.By.Subject, Changes),
        now.Start(state, ClockKind.DraftExpiry, "Utkastet ble opprettet", now.Policy.DraftKept),
    ];
}
