using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Kpr.Core.Cases.Appeals;
using Kpr.Core.Cases.Changes;
using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Deciding;
using Kpr.Core.Cases.Drafting;
using Kpr.Core.Cases.Ending;
using Kpr.Core.Cases.Fulfilment;
using Kpr.Core.Cases.Intake;
using Kpr.Core.Cases.Linkages;
using Kpr.Core.Cases.Notices;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Cases.Review;
using Kpr.Core.Cases.Revocations;
using Kpr.Core.Cases.Timers;
using Kpr.Core.Invoices.Bills;

namespace Kpr.Core.Cases;

/// <summary>
/// Cases, events and commands as JSON: camelCase, enumerations as kebab-case words, Norwegian letters as they are. A new event or command is a line here;
/// a test says which is missing.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CaseState))]
[JsonSerializable(typeof(Actor))]
[JsonSerializable(typeof(Refusal))]
[JsonSerializable(typeof(AccessWithdrawalOrdered))]
[JsonSerializable(typeof(AppealMoved))]
[JsonSerializable(typeof(AppealReceived))]
[JsonSerializable(typeof(AppealSent))]
[JsonSerializable(typeof(ApplicantReminded))]
[JsonSerializable(typeof(Attached))]
[JsonSerializable(typeof(AttachmentRemoved))]
[JsonSerializable(typeof(AttachmentScanned))]
[JsonSerializable(typeof(BillBasisAdded))]
[JsonSerializable(typeof(BillCollected))]
[JsonSerializable(typeof(BillCreditSent))]
[JsonSerializable(typeof(BillCredited))]
[JsonSerializable(typeof(BillIssued))]
[JsonSerializable(typeof(BillLocked))]
[JsonSerializable(typeof(BillOpened))]
[JsonSerializable(typeof(BillPaid))]
[JsonSerializable(typeof(BillRedated))]
[JsonSerializable(typeof(BillRefunded))]
[JsonSerializable(typeof(BillReminded))]
[JsonSerializable(typeof(BillSent))]
[JsonSerializable(typeof(BillSettled))]
[JsonSerializable(typeof(BillingReady))]
[JsonSerializable(typeof(CaseClosed))]
[JsonSerializable(typeof(ChangeApplied))]
[JsonSerializable(typeof(ChangeLinked))]
[JsonSerializable(typeof(ClockExtended))]
[JsonSerializable(typeof(ClockPaused))]
[JsonSerializable(typeof(ClockPromised))]
[JsonSerializable(typeof(ClockRecomputed))]
[JsonSerializable(typeof(ClockRestarted))]
[JsonSerializable(typeof(ClockResumed))]
[JsonSerializable(typeof(ClockStarted))]
[JsonSerializable(typeof(ClockStopped))]
[JsonSerializable(typeof(CompletenessReopened))]
[JsonSerializable(typeof(ConflictDeclared))]
[JsonSerializable(typeof(DataInUse))]
[JsonSerializable(typeof(DeadlineMissed))]
[JsonSerializable(typeof(Decided))]
[JsonSerializable(typeof(DeciderAssigned))]
[JsonSerializable(typeof(DecisionRevoked))]
[JsonSerializable(typeof(DeclaredComplete))]
[JsonSerializable(typeof(DeficienciesAnswered))]
[JsonSerializable(typeof(DeficienciesResolved))]
[JsonSerializable(typeof(DeficienciesSent))]
[JsonSerializable(typeof(DeletionAttested))]
[JsonSerializable(typeof(DeletionDemanded))]
[JsonSerializable(typeof(DeletionEscalated))]
[JsonSerializable(typeof(DetrimentNoticed))]
[JsonSerializable(typeof(DisclosureEntered))]
[JsonSerializable(typeof(DisclosureMarked))]
[JsonSerializable(typeof(DraftDeleted))]
[JsonSerializable(typeof(DraftExpiryWarned))]
[JsonSerializable(typeof(DraftSaved))]
[JsonSerializable(typeof(EditorInvited))]
[JsonSerializable(typeof(EditorRemoved))]
[JsonSerializable(typeof(EffectRestored))]
[JsonSerializable(typeof(EffectSuspended))]
[JsonSerializable(typeof(EndReportFiled))]
[JsonSerializable(typeof(EstimateIssued))]
[JsonSerializable(typeof(EstimatesAccepted))]
[JsonSerializable(typeof(ExpiryNoticed))]
[JsonSerializable(typeof(ExtensionGranted))]
[JsonSerializable(typeof(ExtensionRefused))]
[JsonSerializable(typeof(ExtensionRequested))]
[JsonSerializable(typeof(FulfilmentFailed))]
[JsonSerializable(typeof(GatesAssessed))]
[JsonSerializable(typeof(HandlerAssigned))]
[JsonSerializable(typeof(HandlingRecorded))]
[JsonSerializable(typeof(HearingAnswered))]
[JsonSerializable(typeof(IncidentRecorded))]
[JsonSerializable(typeof(IntakeStarted))]
[JsonSerializable(typeof(InterimReplySent))]
[JsonSerializable(typeof(InvoiceIssued))]
[JsonSerializable(typeof(InvoiceWaived))]
[JsonSerializable(typeof(KeySettled))]
[JsonSerializable(typeof(KeysIssued))]
[JsonSerializable(typeof(LinkageAborted))]
[JsonSerializable(typeof(LinkageMoved))]
[JsonSerializable(typeof(LinkagePlanned))]
[JsonSerializable(typeof(Linked))]
[JsonSerializable(typeof(LinkerDesignated))]
[JsonSerializable(typeof(LinkerFailed))]
[JsonSerializable(typeof(MissingSourceConsented))]
[JsonSerializable(typeof(NoticeAcknowledged))]
[JsonSerializable(typeof(NoticeDeadLettered))]
[JsonSerializable(typeof(NoticeFailed))]
[JsonSerializable(typeof(NoticeReached))]
[JsonSerializable(typeof(NoticeRequeued))]
[JsonSerializable(typeof(NoticeSent))]
[JsonSerializable(typeof(OrderCancelled))]
[JsonSerializable(typeof(OrderCannotDeliver))]
[JsonSerializable(typeof(OrderEstimateAccepted))]
[JsonSerializable(typeof(OrderEstimated))]
[JsonSerializable(typeof(OrderExtracted))]
[JsonSerializable(typeof(OrderHeld))]
[JsonSerializable(typeof(OrderHoursRecorded))]
[JsonSerializable(typeof(OrderMoved))]
[JsonSerializable(typeof(OrderOutputChecked))]
[JsonSerializable(typeof(OrderOverdue))]
[JsonSerializable(typeof(OrderPlaced))]
[JsonSerializable(typeof(OrderQuestionAnswered))]
[JsonSerializable(typeof(OrderQuestionAsked))]
[JsonSerializable(typeof(OrderRecalled))]
[JsonSerializable(typeof(OrderReceiptConfirmed))]
[JsonSerializable(typeof(OrderReleased))]
[JsonSerializable(typeof(OrderReplaced))]
[JsonSerializable(typeof(OrdersDispatched))]
[JsonSerializable(typeof(OrdersRebased))]
[JsonSerializable(typeof(PersonsChanged))]
[JsonSerializable(typeof(Postponed))]
[JsonSerializable(typeof(PrerequisiteOpened))]
[JsonSerializable(typeof(PrerequisiteResolved))]
[JsonSerializable(typeof(ReasonsGiven))]
[JsonSerializable(typeof(ReasonsRequested))]
[JsonSerializable(typeof(RecommendationReturned))]
[JsonSerializable(typeof(Recommended))]
[JsonSerializable(typeof(Reopened))]
[JsonSerializable(typeof(RestrictionSet))]
[JsonSerializable(typeof(ResultsReported))]
[JsonSerializable(typeof(RevocationDropped))]
[JsonSerializable(typeof(RevocationOpened))]
[JsonSerializable(typeof(RoutedAway))]
[JsonSerializable(typeof(SilenceEstablished))]
[JsonSerializable(typeof(SourceAtLinker))]
[JsonSerializable(typeof(SourceAwaited))]
[JsonSerializable(typeof(SourceLeftOut))]
[JsonSerializable(typeof(SourceMissing))]
[JsonSerializable(typeof(Started))]
[JsonSerializable(typeof(StatisticsAnswered))]
[JsonSerializable(typeof(StatisticsOffered))]
[JsonSerializable(typeof(Submitted))]
[JsonSerializable(typeof(Withdrawn))]
[JsonSerializable(typeof(AcceptEstimates))]
[JsonSerializable(typeof(AcceptOrder))]
[JsonSerializable(typeof(Advance))]
[JsonSerializable(typeof(AnswerAboutOrder))]
[JsonSerializable(typeof(AnswerDeficiencies))]
[JsonSerializable(typeof(AnswerExtension))]
[JsonSerializable(typeof(AnswerHearing))]
[JsonSerializable(typeof(AnswerOrderEstimate))]
[JsonSerializable(typeof(AnswerStatisticsOffer))]
[JsonSerializable(typeof(ApplyChange))]
[JsonSerializable(typeof(AskAboutOrder))]
[JsonSerializable(typeof(AskApplicant))]
[JsonSerializable(typeof(AssessGates))]
[JsonSerializable(typeof(AssignDecider))]
[JsonSerializable(typeof(AssignHandler))]
[JsonSerializable(typeof(Attach))]
[JsonSerializable(typeof(AttestDeletion))]
[JsonSerializable(typeof(CancelOrder))]
[JsonSerializable(typeof(CannotDeliver))]
[JsonSerializable(typeof(ChangeDecision))]
[JsonSerializable(typeof(ChangePersons))]
[JsonSerializable(typeof(CheckOutput))]
[JsonSerializable(typeof(CloseCase))]
[JsonSerializable(typeof(ConfirmInvoice))]
[JsonSerializable(typeof(WaiveInvoice))]
[JsonSerializable(typeof(ConfirmNotice))]
[JsonSerializable(typeof(ConfirmReceipt))]
[JsonSerializable(typeof(ConsentMissingSource))]
[JsonSerializable(typeof(DecideAppeal))]
[JsonSerializable(typeof(DecideCase))]
[JsonSerializable(typeof(DeclareComplete))]
[JsonSerializable(typeof(DeclareConflict))]
[JsonSerializable(typeof(DeclineEstimates))]
[JsonSerializable(typeof(DeleteDraft))]
[JsonSerializable(typeof(DeliverLinkage))]
[JsonSerializable(typeof(DesignateLinker))]
[JsonSerializable(typeof(DismissSilent))]
[JsonSerializable(typeof(DispatchOrders))]
[JsonSerializable(typeof(DropRevocation))]
[JsonSerializable(typeof(EndUse))]
[JsonSerializable(typeof(EstimateOrder))]
[JsonSerializable(typeof(ExtendTerm))]
[JsonSerializable(typeof(FileAppeal))]
[JsonSerializable(typeof(FileEndReport))]
[JsonSerializable(typeof(FinishExtraction))]
[JsonSerializable(typeof(FinishLinking))]
[JsonSerializable(typeof(GiveReasons))]
[JsonSerializable(typeof(InviteEditor))]
[JsonSerializable(typeof(IssueEstimate))]
[JsonSerializable(typeof(IssueKeys))]
[JsonSerializable(typeof(JudgeAdmissibility))]
[JsonSerializable(typeof(LinkChange))]
[JsonSerializable(typeof(MaintainDecision))]
[JsonSerializable(typeof(OfferStatistics))]
[JsonSerializable(typeof(OpenPrerequisite))]
[JsonSerializable(typeof(OpenRevocation))]
[JsonSerializable(typeof(Postpone))]
[JsonSerializable(typeof(PublishDecision))]
[JsonSerializable(typeof(RecallOrder))]
[JsonSerializable(typeof(Recommend))]
[JsonSerializable(typeof(RecomputeClock))]
[JsonSerializable(typeof(RecordHandling))]
[JsonSerializable(typeof(RecordOrderHours))]
[JsonSerializable(typeof(ReleaseOrder))]
[JsonSerializable(typeof(RemoveAttachment))]
[JsonSerializable(typeof(RemoveEditor))]
[JsonSerializable(typeof(ReplaceOrder))]
[JsonSerializable(typeof(ReplanOrders))]
[JsonSerializable(typeof(ReportLinkerFailure))]
[JsonSerializable(typeof(ReportResults))]
[JsonSerializable(typeof(RequestExtension))]
[JsonSerializable(typeof(RequestReasons))]
[JsonSerializable(typeof(ResolveDeficiencies))]
[JsonSerializable(typeof(ResolvePrerequisite))]
[JsonSerializable(typeof(RestoreEffect))]
[JsonSerializable(typeof(RestrictCase))]
[JsonSerializable(typeof(ReturnRecommendation))]
[JsonSerializable(typeof(Revoke))]
[JsonSerializable(typeof(RouteAway))]
[JsonSerializable(typeof(SaveDraft))]
[JsonSerializable(typeof(ScanAttachment))]
[JsonSerializable(typeof(SendAppeal))]
[JsonSerializable(typeof(SendInterimReply))]
[JsonSerializable(typeof(SendToLinker))]
[JsonSerializable(typeof(SettleKey))]
[JsonSerializable(typeof(SettleMissingSource))]
[JsonSerializable(typeof(Start))]
[JsonSerializable(typeof(StartExtraction))]
[JsonSerializable(typeof(StartIntake))]
[JsonSerializable(typeof(StartLinking))]
[JsonSerializable(typeof(Submit))]
[JsonSerializable(typeof(SuspendEffect))]
[JsonSerializable(typeof(WarnDetriment))]
[JsonSerializable(typeof(WithdrawAppeal))]
[JsonSerializable(typeof(WithdrawCase))]
public sealed partial class CaseJson : JsonSerializerContext
{
    /// <summary>As events and snapshots are stored and shown: what is null, or follows from the rest, is left out.</summary>
    public static JsonSerializerOptions Stored => Forms.Stored;

    /// <summary>As commands are received: nothing unknown, nothing missing, no number for a word.</summary>
    public static JsonSerializerOptions Received => Forms.Received;

    /// <summary>A value as it is stored.</summary>
    public static string Text(object value) => JsonSerializer.Serialize(value, Stored.GetTypeInfo(value.GetType()));

    /// <summary>A snapshot of a case.</summary>
    public static byte[] Snapshot(CaseState state) => JsonSerializer.SerializeToUtf8Bytes(state, Stored.GetTypeInfo(typeof(CaseState)));

    /// <summary>Reads a snapshot.</summary>
    public static CaseState Snapshot(ReadOnlySpan<byte> snapshot) => (CaseState)JsonSerializer.Deserialize(snapshot, Stored.GetTypeInfo(typeof(CaseState)))!;

    // A class of its own, so that the generated Default is there before it is used.
    private static class Forms
    {
        public static readonly JsonSerializerOptions Stored = Form(strict: false);
        public static readonly JsonSerializerOptions Received = Form(strict: true);

        private static JsonSerializerOptions Form(bool strict)
        {
            var options = new JsonSerializerOptions(Default.GeneratedSerializerOptions!)
            {
                Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
                DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
                IgnoreReadOnlyProperties = true,
                TypeInfoResolver = Default,
            };
            options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
            if (strict)
            {
                options.RespectNullableAnnotations = true;
                options.RespectRequiredConstructorParameters = true;
                options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
                options.MaxDepth = 32;
            }

            options.MakeReadOnly();
            return options;
        }
    }
}
