using Kpr.Core.Cases;
using Kpr.Core.Cases.Ending;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Cases.Timers;

namespace Kpr.Local.Playing;

/// <summary>The rules alone: cases in memory, and a clock that goes where it is told.</summary>
/// <param name="process">The rules.</param>
/// <param name="start">Where the clock begins.</param>
internal sealed class RulesStage(CaseProcess process, DateTimeOffset start) : ICaseStage
{
    private static readonly Actor Billing = new(Role.System, "billing");

    private readonly SortedDictionary<string, CaseState> _cases = new(StringComparer.Ordinal);
    private DateTimeOffset _now = start;

    /// <summary>Whether what may be billed is billed at once, as the whole system does it. Else the play tells itself.</summary>
    public bool BillsAtOnce { get; init; }

    /// <inheritdoc/>
    public Task<IReadOnlyList<PlayedEvent>> AdvanceAsync(DateTimeOffset to, CancellationToken cancellation)
    {
        var happened = new List<PlayedEvent>();
        while (NextDue() is { } next && next.Due <= to)
        {
            cancellation.ThrowIfCancellationRequested();
            _now = next.Due > _now ? next.Due : _now;
            happened.AddRange(Execute(next.Case, new Advance(), Actor.Clock).Events);
        }

        _now = to;
        return Task.FromResult<IReadOnlyList<PlayedEvent>>(happened);
    }

    /// <inheritdoc/>
    public Task<StageAnswer> GiveAsync(PlayStep step, CancellationToken cancellation)
    {
        if (step.Do is null)
        {
            return Task.FromResult(new StageAnswer(State(step.Case).Phase, null, []));
        }

        var malformed = CommandReading.Read(step.Do, step.With, out var command);
        return Task.FromResult(malformed is null
            ? Execute(step.Case, command!, step.As!)
            : new StageAnswer(State(step.Case).Phase, Told(malformed), []));
    }

    private StageAnswer Execute(string name, CaseCommand command, Actor by)
    {
        var before = State(name);
        var (after, events, refusal) = process.Execute(before, command, by, _now);
        if (events.Count > 0)
        {
            _cases[name] = after;
        }

        var happened = new List<PlayedEvent>(events.Count);
        foreach (var recorded in events)
        {
            before = before.After([recorded]);
            happened.Add(new PlayedEvent(name, recorded, before));
        }

        foreach (var ready in BillsAtOnce ? events.Select(recorded => recorded.Event).OfType<BillingReady>() : [])
        {
            happened.AddRange(Execute(name, new ConfirmInvoice(ready.Basis.Id, "1"), Billing).Events);
        }

        return new StageAnswer(after.Phase, refusal is null ? null : Told(refusal), happened);
    }

    private (DateTimeOffset Due, string Case)? NextDue()
    {
        (DateTimeOffset Due, string Case)? next = null;
        foreach (var (name, state) in _cases)
        {
            if (process.NextDue(state) is { } due && (next is null || due < next.Value.Due))
            {
                next = (due, name);
            }
        }

        return next;
    }

    private CaseState State(string name) => _cases.GetValueOrDefault(name) ?? CaseState.New(name);

    private static StageRefusal Told(Refusal refusal) => new(refusal.Number, refusal.Norwegian, refusal.About);
}
