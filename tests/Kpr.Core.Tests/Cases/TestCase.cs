using System.Globalization;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Deciding;
using Kpr.Core.Cases.Drafting;
using Kpr.Core.Cases.Fulfilment;
using Kpr.Core.Cases.Intake;
using Kpr.Core.Cases.Linkages;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Cases.Review;
using Kpr.Core.Cases.Timers;

namespace Kpr.Core.Tests.Cases;

/// <summary>Plays a case on a clock that the test moves.</summary>
internal sealed class TestCase(CasePolicy? policy = null, string start = "2026-09-01", CaseLink? changes = null)
{
    private readonly List<Recorded<CaseEvent>> _events = [];

    public CaseProcess Process { get; } = new(policy ?? CasePolicy.Default);

    public CaseState State { get; private set; } = CaseState.New("2026-0001");

    public DateTimeOffset Now { get; private set; } = new(DateTime.Parse(start, CultureInfo.InvariantCulture).AddHours(10), TimeSpan.Zero);

    public DateOnly Today => Core.Catalogue.NorwegianTime.DateAt(Now);

    public IReadOnlyList<Recorded<CaseEvent>> Events => _events;

    public IEnumerable<TEvent> Of<TEvent>()
        where TEvent : CaseEvent => _events.Select(recorded => recorded.Event).OfType<TEvent>();

    public TestCase Do(Actor by, params CaseCommand[] commands)
    {
        foreach (var command in commands)
        {
            Assert.Null(Try(by, command));
        }

        return this;
    }

    public void Refused(Refusal expected, Actor by, CaseCommand command)
    {
        var before = State;
        var refusal = Try(by, command);
        Assert.True(refusal?.Number == expected.Number, $"{command.GetType().Name}: {refusal?.Number.ToString(CultureInfo.InvariantCulture) ?? "accepted"}, not {expected.Number}.");
        Assert.Same(before, State);
    }

    public Refusal? Try(Actor by, CaseCommand command)
    {
        var (state, events, refusal) = Process.Execute(State, command, by, Now);
        Assert.True(refusal is null || events.Count == 0, "A refusal has no events.");
        State = state;
        _events.AddRange(events);
        return refusal;
    }

    /// <summary>Goes to a day, letting the clocks do what is due on the way as an orchestration would.</summary>
    public TestCase Until(DateOnly day)
    {
        while (Process.NextDue(State) is { } due && Core.Catalogue.NorwegianTime.DateAt(due) <= day)
        {
            Now = due > Now ? due.AddHours(1) : Now;
            Do(Actors.System, new Advance());
        }

        var noon = new DateTimeOffset(day.ToDateTime(new TimeOnly(10, 0)), TimeSpan.Zero);
        Now = noon > Now ? noon : Now;
        return this;
    }

    public TestCase After(int days) => Until(Today.AddDays(days));

    public TestCase Draft(ApplicationContent content, ApplicationKind kind = ApplicationKind.PersonLevel, ClockProfile profile = ClockProfile.National)
    {
        Do(Actors.Applicant, new Start(kind, profile, changes), new SaveDraft(content));
        foreach (var (id, attachment) in new[] { (Applications.Protocol, AttachmentKind.Protocol), (Applications.Dpia, AttachmentKind.Dpia), (Applications.Rek, AttachmentKind.Rek), (Applications.Mockup, AttachmentKind.TableMockup) })
        {
            Do(Actors.Applicant, new Attach(id, attachment, $"{id}.pdf", "application/pdf", 1000, new string('a', 64)));
            Do(Actors.System, new ScanAttachment(id, ScanResult.Clean));
        }

        return this;
    }

    public TestCase Intake(ApplicationContent? content = null, ApplicationKind kind = ApplicationKind.PersonLevel, ClockProfile profile = ClockProfile.National) =>
        Draft(content ?? Applications.PersonLevel(), kind, profile).Do(Actors.Applicant, new Submit()).Do(Actors.System, new StartIntake())
            .Do(Actors.Coordinator, new AssignHandler(Actors.Handler.Subject));

    public TestCase Review(ApplicationContent? content = null, ApplicationKind kind = ApplicationKind.PersonLevel, ClockProfile profile = ClockProfile.National) =>
        Intake(content, kind, profile).Do(Actors.Handler, new DeclareComplete(), Assess());

    public TestCase Decided(ApplicationContent? content = null, ApplicationKind kind = ApplicationKind.PersonLevel, ClockProfile profile = ClockProfile.National) =>
        Review(content, kind, profile).Do(Actors.Handler, new RecordHandling(690, "Saksbehandling", Today), new Recommend(DecisionOutcome.Granted, "Vilkårene er oppfylt."))
            .Do(Actors.Decider, new DecideCase(DecisionOutcome.Granted));

    public TestCase Ordered(params string[] registers) => Decided(Applications.PersonLevel(registers))
        .Do(Actors.Handler, new DispatchOrders(registers.Length > 1 ? RegisterTable.Fhi : null));

    public TestCase Extracted(string order)
    {
        var register = Actors.Register(State.FindOrder(order)!.Register);
        return Do(register, new AcceptOrder(order), new StartExtraction(order), new RecordOrderHours(order, 600, "Uttrekk", Today),
            new FinishExtraction(order, $"out/{order}", 1000, State.Decision!.Version, Today), new CheckOutput(order, true, "Kontrollert."));
    }

    public TestCase Released(string order) => Extracted(order).Do(Actors.Releaser(State.FindOrder(order)!.Register), new ReleaseOrder(order, $"room/{order}"));

    public TestCase Active() => Ordered("kpr").Released("kpr-1").Do(Actors.Applicant, new ConfirmReceipt());

    public TestCase AtLinker(params string[] orders)
    {
        if (State.Linkage!.KeyBatch is null)
        {
            Do(Actors.Handler, new IssueKeys("batch-1"));
        }

        foreach (var order in orders)
        {
            Extracted(order).Do(Actors.Releaser(State.FindOrder(order)!.Register), new SendToLinker(order));
        }

        return this;
    }

    public static AssessGates Assess() => new(
        [.. new[] { "G01", "G05", "G08" }.Select(gate => new GateFinding(gate, GateVerdict.Passed, "Vurdert."))]);
}
