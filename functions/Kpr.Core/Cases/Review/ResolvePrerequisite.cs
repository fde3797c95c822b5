using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Review;

/// <summary>Records what somebody else answered. The handler may for all; a register and the controller for what they were asked; the applicant for an offer.</summary>
/// <param name="Prerequisite">Its id.</param>
/// <param name="Status">What was answered.</param>
/// <param name="Reference">The answer's reference.</param>
/// <param name="Text">The answer in words.</param>
[Command("resolve-prerequisite", "Registrer svar", "Record an answer")]
[In(Phase.InReview, Phase.AwaitingExternal, Phase.AwaitingApplicant, Phase.EstimateSent)]
[By(Role.Handler, Relation.Assigned)]
[By(Role.Register, Relation.Source)]
[By(Role.Controller, Relation.Office)]
[By(Role.Applicant, Relation.Owner)]
public sealed record ResolvePrerequisite(string Prerequisite, PrerequisiteStatus Status, string? Reference = null, string? Text = null) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now)
    {
        if (state.Prerequisites.FirstOrDefault(known => known.Id == Prerequisite) is not { Status: PrerequisiteStatus.Open } item
            || Status == PrerequisiteStatus.Open)
        {
            return Refusals.UnknownItem.For(Prerequisite);
        }

        if (!MayAnswer(item, now.By))
        {
            return Refusals.AnswerOfAnother.For(Prerequisite);
        }

        var clock = item.Kind == PrerequisiteKind.SsbOffer ? ClockKind.Offer : ClockKind.Consultation;
        return
        [
            new PrerequisiteResolved(Prerequisite, Status, Reference, Text, Prerequisites.WaitsForNone(state, Prerequisite)),
            .. now.Stop(state, clock, "Svaret kom", Prerequisite),
        ];
    }

    private static bool MayAnswer(Prerequisite item, Actor by) => by.Role switch
    {
        Role.Handler => true,
        Role.Register => item.Kind == PrerequisiteKind.RegisterConsultation && item.Party == by.Register,
        Role.Controller => item.Kind == PrerequisiteKind.ControllerApproval,
        Role.Applicant => item.Kind == PrerequisiteKind.SsbOffer,
        _ => false,
    };
}
