using Kpr.Functions.Applications.Orchestrations;
using Kpr.LocalAzure.Durable.Testing;

namespace Kpr.Functions.Tests.Applications.Orchestrations;

/// <summary>The flow of a case with activities that a test answers.</summary>
internal sealed class FlowPlay
{
    public const string Id = "sak-1";

    private readonly Queue<CaseLook> _looks = new();
    private CaseLook _last = Look("draft", 1);

    public FlowPlay(params CaseLook[] looks)
    {
        foreach (var look in looks)
        {
            _looks.Enqueue(look);
        }

        Play = OrchestrationPlay.Of(CaseFlowNames.Case, CaseFlow.RunAsync)
            .Answer(nameof(MoveCase), _ => _last = _looks.TryDequeue(out var next) ? next : _last)
            .Answer(nameof(BeginBill))
            .Answer(CaseFlowNames.Order, "released").Answer(CaseFlowNames.Linkage, "delivered").Answer(CaseFlowNames.Expiry, "closed");
    }

    public OrchestrationPlay Play { get; }

    public IEnumerable<string> Called(string name) => Play.Calls.Where(call => call.Name == name).Select(call => call.Input!);

    public static CaseLook Look(string phase, long version, DateTime? due = null, bool over = false, IReadOnlyList<PartLook>? parts = null, params string[] bills) =>
        new(phase, version, due, over, parts ?? [], bills);

    public static PartLook Order(string order, string mark) => new(CaseFlowNames.OfOrder(Id, order), CaseFlowNames.Order, order, mark, false);

    public FlowPlay Start()
    {
        Play.Start(new CaseFlowInput(Id), CaseFlowNames.OfCase(Id));
        return this;
    }

    /// <summary>A nudge, and the moment until it is looked at.</summary>
    public FlowPlay Nudge()
    {
        Play.Raise(CaseFlowNames.Nudge, true);
        return this;
    }
}
