using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Review;

/// <summary>Asks somebody else: REK, a register, Helsedirektoratet, SSB, the controller (R5, R14, R15, R43). Several may be open at once.</summary>
/// <param name="Kind">What is asked for.</param>
/// <param name="Party">Who is asked; the register's code for a consultation.</param>
/// <param name="Required">Whether the case waits.</param>
[Command("open-prerequisite", "Spør andre", "Ask others")]
[In(Phase.InReview, Phase.AwaitingExternal)]
[By(Role.Handler, Relation.Assigned)]
public sealed record OpenPrerequisite(PrerequisiteKind Kind, string Party, bool Required = true) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now)
    {
        if (string.IsNullOrWhiteSpace(Party))
        {
            return Refusals.TextMissing.For("party");
        }

        if (Kind == PrerequisiteKind.RegisterConsultation && !state.HasSource(Party))
        {
            return Refusals.NotASource.For(Party);
        }

        if (state.Prerequisites.FirstOrDefault(item => item.Kind == Kind && item.Party == Party && item.Status == PrerequisiteStatus.Open) is { } open)
        {
            return Refusals.IdInUse.For(open.Id);
        }

        var id = $"P{state.Prerequisites.Count + 1}";
        var clock = Kind == PrerequisiteKind.SsbOffer ? ClockKind.Offer : ClockKind.Consultation;
        return [new PrerequisiteOpened(id, Kind, Party, Required), now.Start(state, clock, "Spørsmålet ble sendt", subject: id)];
    }
}
