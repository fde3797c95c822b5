using Kpr.Core.Cases.Appeals;
using Kpr.Core.Cases.Linkages;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Cases.Review;

namespace Kpr.Core.Cases;

/// <summary>Whose turn it is (hvem sin tur): nobody should have to ask where a case lies.</summary>
public static class WhoseTurn
{
    /// <summary>All that are waited for; nobody when the case is over.</summary>
    public static IReadOnlyList<Turn> Of(CaseState state) => [.. InPhase(state), .. InAppeal(state), .. InRevocation(state)];

    private static IEnumerable<Turn> InPhase(CaseState state) => state.Phase switch
    {
        Phase.Draft => [new(Role.Applicant, null, "Gjør søknaden ferdig", "Finish the application")],
        Phase.Submitted => [new(Role.Coordinator, null, "Start mottakskontroll", "Start intake")],
        Phase.Intake or Phase.InReview when state.Staff.Handler is null => [new(Role.Coordinator, null, "Tildel saksbehandler", "Assign a handler")],
        Phase.Intake => [new(Role.Handler, null, "Kontroller om søknaden er komplett", "Check whether the application is complete")],
        Phase.InReview => [new(Role.Handler, null, "Behandle søknaden", "Review the application")],
        Phase.AwaitingApplicant when state.Round is { SilentSince: not null } => [new(Role.Handler, null, "Vurder avvisning", "Consider dismissal")],
        Phase.AwaitingApplicant => [new(Role.Applicant, null, "Svar på spørsmål", "Answer questions")],
        Phase.AwaitingExternal => state.Prerequisites.Where(item => item is { Required: true, Status: PrerequisiteStatus.Open }).Select(Asked),
        Phase.EstimateSent => [new(Role.Applicant, null, "Svar på prisoverslag", "Answer the estimate")],
        Phase.Recommended => [new(Role.Decider, null, "Fatt vedtak", "Decide")],
        Phase.Decided => [new(Role.Handler, null, "Send bestillinger", "Dispatch orders")],
        Phase.Fulfilment => [.. state.Orders.Where(order => !order.State.IsTerminal()).Select(order => InOrder(state, order)).OfType<Turn>(), .. InLinkage(state)],
        Phase.Failed => [new(Role.Handler, null, "Bestill på nytt eller avslutt", "Order anew or close")],
        Phase.Expiring => [new(Role.Applicant, null, "Søk forlengelse eller forbered sletting", "Ask for extension or prepare deletion")],
        Phase.DeletionDue => [new(Role.Controller, null, "Bekreft sletting", "Attest deletion")],
        _ => [],
    };

    private static Turn Asked(Prerequisite item) => item.Kind switch
    {
        PrerequisiteKind.RegisterConsultation => new(Role.Register, item.Party, "Svar på spørsmål fra Helsedataservice", "Answer Helsedataservice"),
        PrerequisiteKind.ControllerApproval => new(Role.Controller, item.Party, "Godkjenn prosjektet", "Approve the project"),
        PrerequisiteKind.SsbOffer => new(Role.Applicant, item.Party, "Svar på tilbudet", "Answer the offer"),
        _ => new(Role.Handler, item.Party, "Følg opp og registrer svaret", "Follow up and record the answer"),
    };

    private static Turn? InOrder(CaseState state, SourceOrder order) => order.State switch
    {
        OrderState.Clarifying when order.Question!.ToApplicant => new(Role.Applicant, order.Register, "Svar registeret", "Answer the register"),
        OrderState.Clarifying => new(Role.Handler, order.Register, "Svar registeret", "Answer the register"),
        OrderState.OverEstimateHold => new(Role.Applicant, order.Register, "Svar på nytt prisoverslag", "Answer the new estimate"),
        OrderState.Released => new(Role.Applicant, order.Register, "Bekreft mottak", "Confirm receipt"),
        OrderState.AtLinker or OrderState.Linked => null,
        _ => new(Role.Register, order.Register, "Klargjør data", "Prepare data"),
    };

    private static IEnumerable<Turn> InLinkage(CaseState state) => state.Linkage switch
    {
        { State: LinkageState.Planned } => [new(Role.Handler, null, "Utsted løpenumre", "Issue serial numbers")],
        { State: LinkageState.LinkerFailed } => [new(Role.Decider, null, "Utpek ny koblende enhet", "Designate another linker")],
        { State: LinkageState.Linking or LinkageState.Checked } or { State: LinkageState.WaitingSources, IsFull: true } =>
            [new(Role.Linker, state.Linkage.Linker, "Koble og lever data", "Link and deliver")],
        { IsOver: false } linkage when linkage.Missing.Any(id => state.FindOrder(id) is { State: OrderState.CannotDeliver or OrderState.Cancelled }) =>
            [new(Role.Decider, null, "Avgjør manglende datakilde", "Settle the missing source")],
        _ => [],
    };

    private static IEnumerable<Turn> InAppeal(CaseState state) => state.Appeal?.State switch
    {
        AppealState.Received or AppealState.Admissible => [new(Role.Decider, null, "Behandle klagen", "Deal with the appeal")],
        AppealState.Reconsidered => [new(Role.Handler, null, "Send klagen til Helseklage", "Send the appeal on")],
        AppealState.SentToAppealBody => [new(Role.AppealBody, null, "Avgjør klagen", "Decide the appeal")],
        _ => [],
    };

    private static IEnumerable<Turn> InRevocation(CaseState state) => state.Phase is not (Phase.Decided or Phase.Fulfilment or Phase.Active or Phase.Expiring) ? [] : state.Revocation switch
    {
        { Settled: false, Answer: null } => [new(Role.Applicant, null, "Uttal deg om tilbakekall", "Be heard on the revocation")],
        { Settled: false } => [new(Role.Decider, null, "Avgjør tilbakekall", "Decide on the revocation")],
        _ => [],
    };
}
