using Kpr.Core.Cases;
using Kpr.Core.Cases.Appeals;
using Kpr.Core.Cases.Changes;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Deciding;
using Kpr.Core.Cases.Drafting;
using Kpr.Core.Cases.Ending;
using Kpr.Core.Cases.Fulfilment;
using Kpr.Core.Cases.Intake;
using Kpr.Core.Cases.Linkages;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Cases.Review;

namespace Kpr.Core.Tests.Cases;

/// <summary>A random walk: numbers choose who does what, and how long they take. The same numbers give the same walk.</summary>
internal sealed class CaseWalk(IReadOnlyList<int> numbers)
{
    private static readonly Actor[] People =
    [
        Actors.Applicant, Actors.Editor, Actors.Controller, Actors.Coordinator, Actors.Handler, Actors.OtherHandler, Actors.Decider, new(Role.Decider, Actors.Handler.Subject),
        Actors.Kpr, Actors.Npr, Actors.Kreft, Actors.Linker, Actors.Finance, Actors.KprFinance, Actors.AppealBody, Actors.System, Actors.Auditor, Actors.Stranger,
        Actors.Releaser("kpr"), Actors.Releaser("npr"),
    ];

    private int _at;

    /// <summary>Where a walk begins: somewhere in the life of a case.</summary>
    public TestCase Begin() => Next(9) switch
    {
        0 => new TestCase(),
        1 => new TestCase().Draft(Applications.PersonLevel("kpr", "npr")),
        2 => new TestCase().Intake(),
        3 => new TestCase().Review(Applications.PersonLevel("kpr", "npr", "kreft")),
        4 => new TestCase().Decided(Applications.Statistics(), ApplicationKind.Statistics),
        5 => new TestCase().Ordered("kpr", "npr"),
        6 => new TestCase().Ordered("kpr").Extracted("kpr-1"),
        7 => new TestCase().Ordered("kpr", "npr").AtLinker("kpr-1", "npr-1"),
        _ => new TestCase().Active(),
    };

    /// <summary>The next step: a command that may fit, or now and then one that does not.</summary>
    public (Actor By, CaseCommand Command)? Step(TestCase play)
    {
        if (_at >= numbers.Count)
        {
            return null;
        }

        if (Next(8) == 0)
        {
            play.After(1 + Next(60));
        }

        for (var tries = 0; tries < 8; tries++)
        {
            var by = People[Next(People.Length)];
            var possible = Next(12) == 0 ? CommandCatalogue.All : CaseProcess.Possible(play.State, by);
            if (possible.Count > 0)
            {
                return (by, Make(possible[Next(possible.Count)].Type, play));
            }
        }

        return (Actors.System, new Core.Cases.Timers.Advance());
    }

    private int Next(int below) => _at < numbers.Count ? numbers[_at++] % below : 0;

    private T Pick<T>(IReadOnlyList<T> from, T otherwise) => from.Count == 0 ? otherwise : from[Next(from.Count)];

    private CaseCommand Make(Type type, TestCase play)
    {
        var state = play.State;
        return type.Name switch
        {
            nameof(SaveDraft) => new SaveDraft(Next(2) == 0 ? Applications.PersonLevel("kpr", "npr") : Applications.Statistics()),
            nameof(AnswerDeficiencies) => new AnswerDeficiencies([.. state.Deficiencies.Where(item => item.Status == DeficiencyStatus.Open).Select(item => new DeficiencyAnswer(item.Id, "Svar."))]),
            nameof(ResolveDeficiencies) => new ResolveDeficiencies([.. state.Deficiencies.Where(item => item.Status != DeficiencyStatus.Resolved).Select(item => item.Id)]),
            nameof(AskApplicant) => new AskApplicant([new DeficiencyItem("purpose.text", "Presiser.")], Next(3) == 0 ? "Ikke komplett." : null),
            nameof(AssessGates) => TestCase.Assess(),
            nameof(Recommend) => new Recommend((DecisionOutcome)Next(4), "Innstilling."),
            nameof(DecideCase) => Next(4) switch
            {
                0 => new DecideCase(DecisionOutcome.Refused, new DecisionReasons("a", "b", "c"), ["G01"]),
                _ => new DecideCase(DecisionOutcome.Granted),
            },
            nameof(AssignHandler) => new AssignHandler(Pick([Actors.Handler.Subject, Actors.OtherHandler.Subject], "")),
            nameof(AssignDecider) => new AssignDecider(Pick([Actors.Decider.Subject, Actors.Handler.Subject], "")),
            nameof(DeclareConflict) => new DeclareConflict(Pick(["x1", "x2", "x3", Actors.OtherHandler.Subject], ""), "Slektskap."),
            nameof(RouteAway) when Next(3) > 0 => new Core.Cases.Timers.Advance(),
            nameof(DispatchOrders) => new DispatchOrders(RegisterTable.Fhi),
            nameof(DesignateLinker) => new DesignateLinker(Pick([RegisterTable.Fhi, Actors.ControllerNumber], "")),
            nameof(ResolvePrerequisite) => new ResolvePrerequisite(
                Pick([.. state.Prerequisites.Where(item => item.Status == PrerequisiteStatus.Open).Select(item => item.Id)], "P9"), (PrerequisiteStatus)(1 + Next(3))),
            nameof(OpenPrerequisite) => new OpenPrerequisite((PrerequisiteKind)Next(7), "kpr", Next(2) == 0),
            nameof(IssueEstimate) => new IssueEstimate(Pick(["kpr", "npr", "hds"], ""), 60 * Next(20), 1000, "liste"),
            nameof(AcceptEstimates) => new AcceptEstimates([.. state.Estimates.Where(estimate => estimate.Status == EstimateStatus.Sent).Select(estimate => estimate.Id)]),
            nameof(FinishExtraction) => new FinishExtraction(Order(state), "out", 10, state.Decision?.Version ?? 1, play.Today),
            nameof(CheckOutput) => new CheckOutput(Order(state), Next(4) > 0, "ok"),
            nameof(RecordOrderHours) => new RecordOrderHours(Order(state), 1 + Next(600), "arbeid", play.Today),
            nameof(RecordHandling) => new RecordHandling(1 + Next(600), "arbeid", play.Today),
            nameof(ReplanOrders) => new ReplanOrders(["kpr"]),
            nameof(SettleMissingSource) => new SettleMissingSource(Order(state), (MissingSourceChoice)Next(3), "Mangler.", play.Today.AddDays(20)),
            nameof(ChangeDecision) => new ChangeDecision(New(state)),
            nameof(DecideAppeal) => new DecideAppeal((AppealResult)Next(3), "Avgjort.", New(state)),
            nameof(FileAppeal) => new FileAppeal("Feil.", Next(2) == 0 ? "Sykdom." : null),
            nameof(LinkChange) => new LinkChange($"2026-9{Next(3)}", state.Decision?.Version ?? 1),
            nameof(ApplyChange) => new ApplyChange($"2026-9{Next(3)}", ApplicationContent.Empty, state.Decision?.Sources ?? [], Next(2) == 0 ? ["kpr"] : []),
            nameof(AttestDeletion) => new AttestDeletion("Slettet.", play.Today),
            nameof(ConfirmReceipt) => new ConfirmReceipt(),
            nameof(ConfirmInvoice) => new ConfirmInvoice(Pick([.. state.Billing.Select(basis => basis.Id)], "B9"), "1"),
            nameof(WaiveInvoice) => new WaiveInvoice(Pick([.. state.Billing.Select(basis => basis.Id)], "B9"), "Gratis."),
            nameof(ConfirmNotice) => new ConfirmNotice(Pick(["deficiencies/1", "deficiency-reminder/1", "decision/1"], ""), play.Today),
            nameof(Postpone) => new Postpone("kapasitet", "Mange saker.", play.Today.AddDays(90)),
            nameof(RequestExtension) => new RequestExtension(new DateOnly(2031, 1, 1).AddDays(Next(300)), "Mer tid."),
            _ when typeof(OrderCommand).IsAssignableFrom(type) => ((OrderCommand)Samples.Of(type)) with { Order = Order(state) },
            _ => (CaseCommand)Samples.Of(type),
        };
    }

    private string Order(CaseState state) => Pick([.. state.Orders.Where(order => !order.State.IsTerminal()).Select(order => order.Id)], "kpr-1");

    private NewDecision? New(CaseState state) => Next(4) switch
    {
        0 => null,
        1 => new NewDecision(DecisionOutcome.Refused, new DecisionReasons("a", "b", "c"), RefusalReasons: ["G01"]),
        2 => new NewDecision(DecisionOutcome.PartlyGranted, new DecisionReasons("a", "b", "c"), ["kpr"]),
        _ => new NewDecision(DecisionOutcome.Granted, new DecisionReasons("a", "b", "c")),
    };
}
