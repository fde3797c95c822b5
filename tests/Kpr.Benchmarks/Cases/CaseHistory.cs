using Kpr.Core.Cases;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Deciding;
using Kpr.Core.Cases.Drafting;
using Kpr.Core.Cases.Fulfilment;
using Kpr.Core.Cases.Intake;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Cases.Review;
using Kpr.Core.Catalogue.Variables;
using Kpr.Core.Identity;

namespace Kpr.Benchmarks.Cases;

/// <summary>A case with a given number of events, made by its own commands: questions and answers, time, orders to three registers.</summary>
internal sealed class CaseHistory
{
    private static readonly string Controller = Enumerable.Range(1, 20).Select(serial => SyntheticIdentity.OrganisationNumber(serial)).First(number => number is not null)!;
    private static readonly Actor System = new(Role.System, "outbox");
    private static readonly Actor Coordinator = new(Role.Coordinator, "coordinator");
    private static readonly Actor Decider = new(Role.Decider, "decider");

    private readonly CaseProcess _process = new();
    private readonly List<Recorded<CaseEvent>> _events = [];
    private readonly int _length;
    private CaseState _state = CaseState.New("benchmark");

    private CaseHistory(int length) => _length = length;

    /// <summary>The applicant.</summary>
    public static Actor Applicant { get; } = new(Role.Applicant, "applicant");

    /// <summary>The handler.</summary>
    public static Actor Handler { get; } = new(Role.Handler, "handler");

    /// <summary>A moment after every history.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 9, 20, 10, 0, 0, TimeSpan.Zero);

    /// <summary>The first events of such a case.</summary>
    public static Recorded<CaseEvent>[] Of(int length)
    {
        var history = new CaseHistory(length);
        history.Play();
        return [.. history._events.Take(length)];
    }

    private void Play()
    {
        Do(Applicant, new Start(ApplicationKind.PersonLevel), new SaveDraft(Application()));
        foreach (var id in new[] { "protocol", "dpia", "rek" })
        {
            Do(Applicant, new Attach(id, AttachmentKind.Protocol, $"{id}.pdf", "application/pdf", 100_000, new string('a', 64)));
            Do(System, new ScanAttachment(id, ScanResult.Clean));
        }

        Do(Applicant, new Submit());
        Do(System, new StartIntake());
        Do(Coordinator, new AssignHandler(Handler.Subject));
        for (var round = 1; round <= 3; round++)
        {
            Do(Handler, new AskApplicant([new DeficiencyItem("purpose.text", "Presiser formålet.")]));
            Do(Applicant, new AnswerDeficiencies([new DeficiencyAnswer($"M{round}", "Presisert.")]));
            Do(Handler, new ResolveDeficiencies([$"M{round}"]));
        }

        Do(Handler, new DeclareComplete(), new AssessGates([.. new[] { "G01", "G05", "G08" }.Select(gate => new GateFinding(gate, GateVerdict.Passed, "Vurdert."))]));
        Do(Handler, new Recommend(DecisionOutcome.Granted, "Vilkårene er oppfylt."));
        Do(Decider, new DecideCase(DecisionOutcome.Granted));
        Do(Handler, new DispatchOrders());
        foreach (var order in _state.Orders)
        {
            var register = new Actor(Role.Register, order.Register, Register: order.Register);
            Do(register, new AcceptOrder(order.Id), new StartExtraction(order.Id), new RecordOrderHours(order.Id, 300, "Uttrekk", new DateOnly(2026, 9, 1)));
        }

        while (_events.Count < _length)
        {
            Do(Handler, new RecordHandling(15, "Saksbehandling", new DateOnly(2026, 9, 1)));
        }
    }

    private void Do(Actor by, params CaseCommand[] commands)
    {
        foreach (var command in commands)
        {
            var (state, events, refusal) = _process.Execute(_state, command, by, new DateTimeOffset(2026, 9, 1, 10, 0, 0, TimeSpan.Zero));
            if (refusal is not null)
            {
                throw new InvalidOperationException($"{command}: {refusal.Number} {string.Join(", ", refusal.About)}");
            }

            _state = state;
            _events.AddRange(events);
        }
    }

    private static ApplicationContent Application() => new(
        new ProjectSection("Legevakt og eldre", "Bruk av legevakt.", "kohort", new DateOnly(2029, 6, 30), new DateOnly(2029, 9, 30)),
        new PartiesSection(new Contact("Kontakt", "kontakt@example.no"), new Contact("Leder", "leder@example.no"), new Organisation("Eksempeluniversitetet", Controller)),
        new PeopleSection([new AccessPerson("Forsker", "Eksempeluniversitetet", ConfirmedByController: true)]),
        new PurposeSection(PurposeCategory.HealthResearch, "Hvem bruker legevakt?", "Bedre planlegging."),
        new SourcesSection([.. new[] { "kpr", "npr", "kreft" }.Select(register => new RequestedSource(
            register, new DateOnly(2018, 1, 1), new DateOnly(2023, 12, 31), [.. Enumerable.Range(1, 20).Select(i => new RequestedVariable(VariableCatalogue.All.Where(variable => variable is { Dataset: "claims", IsOffered: true }).ElementAt(i).Id, "Utfall."))]))]),
        new LinkageSection(false, "Kobles ikke."),
        new LegalSection(
            "6(1)(e)", "9(2)(j)", "helseforskningsloven § 9", ConfidentialityRoute.IndirectExemption, Identifiability.Indirect, null,
            new RekApproval("2025/1", new DateOnly(2025, 1, 10), new DateOnly(2030, 12, 31)), null, "dpia"),
        new SecuritySection("Tofaktor.", "Analyserom"), new DeliverySection("csv"), new InvoiceSection("Eksempeluniversitetet", Controller, "K-100"));
}
