using Kpr.Core.Cases.Appeals;
using Kpr.Core.Cases.Changes;
using Kpr.Core.Cases.Deciding;
using Kpr.Core.Cases.Drafting;
using Kpr.Core.Cases.Ending;
using Kpr.Core.Cases.Fulfilment;
using Kpr.Core.Cases.Intake;
using Kpr.Core.Cases.Linkages;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Cases.Review;
using Kpr.Core.Cases.Revocations;
using Kpr.Core.Cases.Timers;

namespace Kpr.Core.Cases.Notices;

/// <summary>Which notices an event gives rise to. The outbox is filled from here, so that nothing is lost and nothing is sent twice.</summary>
public static class NoticePlan
{
    /// <summary>The notices of an event.</summary>
    /// <param name="after">The case after it.</param>
    /// <param name="recorded">The event.</param>
    public static IReadOnlyList<NoticeRequest> For(CaseState after, Recorded<CaseEvent> recorded)
    {
        var template = EventCatalogue.Of(recorded.Event).Name;
        return
        [
            .. Recipients(after, recorded.Event).Select(to => new NoticeRequest(
                string.Join('/', after.Id, recorded.Sequence, to.Recipient.ToString(), to.Party ?? "-"), template, to.Recipient, to.Party, to.Proof)),
        ];
    }

    private static IEnumerable<(NoticeRecipient Recipient, string? Party, string? Proof)> Recipients(CaseState after, CaseEvent happened) => happened switch
    {
        Submitted => [Applicant(), To(NoticeRecipient.Coordinator)],
        RoutedAway routed => [Applicant(), To(NoticeRecipient.Register, routed.To)],
        DraftExpiryWarned or DraftDeleted { Expired: true } or DeclaredComplete or InterimReplySent or Postponed or EstimateIssued or StatisticsOffered
            or ReasonsGiven or OrderReleased or OrderHeld or ExpiryNoticed or ExtensionGranted or ExtensionRefused or CaseClosed or Withdrawn
            or MissingSourceConsented or ChangeLinked or ChangeApplied or DetrimentNoticed or RevocationDropped or Reopened => [Applicant()],
        DeficienciesSent => [Applicant(after.Round!.Notice)],
        ApplicantReminded => [Applicant(after.Round!.Reminder)],
        DeficienciesAnswered { AllAnswered: true, Answers.Count: > 0 } or SilenceEstablished or RecommendationReturned or DeadlineMissed or PrerequisiteResolved
            or OrderEstimateAccepted or StatisticsAnswered or EstimatesAccepted => [To(NoticeRecipient.Handler)],
        HandlerAssigned assigned => [To(NoticeRecipient.Handler, assigned.Subject)],
        PrerequisiteOpened { Kind: PrerequisiteKind.RegisterConsultation } asked => [To(NoticeRecipient.Register, asked.Party)],
        PrerequisiteOpened { Kind: PrerequisiteKind.ControllerApproval } => [To(NoticeRecipient.Controller)],
        PrerequisiteOpened { Kind: PrerequisiteKind.SsbOffer } => [Applicant()],
        Recommended or ExtensionRequested or HearingAnswered => [To(NoticeRecipient.Decider)],
        Decided decided => [Applicant(decided.Decision.NoticeId)],
        OrderPlaced placed => [To(NoticeRecipient.Register, placed.Register)],
        OrderQuestionAsked { ToApplicant: true } => [Applicant()],
        OrderQuestionAsked => [To(NoticeRecipient.Handler)],
        OrderQuestionAnswered answered => [Register(after, answered.Order)],
        OrderCancelled cancelled => [Register(after, cancelled.Order)],
        OrderReplaced replaced => [Register(after, replaced.Order)],
        OrderCannotDeliver => [Applicant(), To(NoticeRecipient.Handler)],
        OrderOverdue overdue => [Register(after, overdue.Order), To(NoticeRecipient.Handler)],
        OrderRecalled recalled => [Applicant(), To(NoticeRecipient.Controller), Register(after, recalled.Order)],
        LinkagePlanned or LinkerDesignated or KeysIssued => [To(NoticeRecipient.Linker, after.Linkage!.Linker)],
        LinkerFailed => [To(NoticeRecipient.Decider)],
        SourceMissing => [To(NoticeRecipient.Decider), Applicant()],
        DeletionDemanded or AccessWithdrawalOrdered => [Applicant(), To(NoticeRecipient.Controller)],
        DeletionEscalated => [To(NoticeRecipient.Controller), To(NoticeRecipient.Handler)],
        AppealReceived => [Applicant(), To(NoticeRecipient.Decider)],
        AppealSent => [Applicant(), To(NoticeRecipient.AppealBody)],
        AppealMoved => [Applicant()],
        EffectSuspended or EffectRestored or DecisionRevoked =>
            [Applicant(), .. after.Orders.Select(order => order.Register).Distinct(StringComparer.Ordinal).Select(register => To(NoticeRecipient.Register, register))],
        RevocationOpened => [Applicant(), To(NoticeRecipient.Controller)],
        BillingReady ready => [To(NoticeRecipient.Finance, ready.Basis.Biller)],
        _ => [],
    };

    private static (NoticeRecipient Recipient, string? Party, string? Proof) Applicant(string? proof = null) => (NoticeRecipient.Applicant, null, proof);

    private static (NoticeRecipient Recipient, string? Party, string? Proof) To(NoticeRecipient recipient, string? party = null) => (recipient, party, null);

    private static (NoticeRecipient Recipient, string? Party, string? Proof) Register(CaseState after, string order) =>
        To(NoticeRecipient.Register, after.FindOrder(order)?.Register);
}
