using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kpr.LocalAzure.Durable.Testing;

/// <summary>
/// Plays one orchestration in memory, without a host: the test gives the results of activities and of called
/// orchestrations, raises events and moves the clock. The orchestrator is replayed from its history at every step,
/// and everything goes through JSON, as in the host.
/// </summary>
/// <example>
/// <code>
/// var play = OrchestrationPlay.Of("Case", CaseFlow.RunAsync).Answer("Ask", "asked");
/// play.Start(new CaseInput("7")).Advance(TimeSpan.FromDays(30)).Raise("Answered", true);
/// Assert.Equal(OrchestrationRuntimeStatus.Completed, play.Status);
/// </code>
/// </example>
public sealed class OrchestrationPlay
{
    private readonly string _name;
    private readonly Orchestrator _code;
    private readonly Dictionary<string, Func<PlayedCall, object?>> _answers = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<HistoryEvent> _history = [];
    private readonly List<HistoryEvent> _inbox = [];
    private readonly SortedDictionary<int, DateTime> _timers = [];
    private readonly List<PlayedCall> _calls = [];
    private readonly List<HistoryEvent> _sent = [];

    private OrchestrationPlay(string name, Orchestrator code) => (_name, _code) = (name, code);

    /// <summary>The play's clock, UTC; starts on 1 January 2024 and moves only when told.</summary>
    public DateTime Now { get; private set; } = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The instance id.</summary>
    public string InstanceId { get; private set; } = "play";

    /// <summary>Where it stands.</summary>
    public OrchestrationRuntimeStatus Status { get; private set; } = OrchestrationRuntimeStatus.Pending;

    /// <summary>Its output as JSON, or the text of its failure.</summary>
    public string? Output { get; private set; }

    /// <summary>Its custom status as JSON.</summary>
    public string? CustomStatus { get; private set; }

    /// <summary>What has happened, of the current generation.</summary>
    public IReadOnlyList<HistoryEvent> History => _history;

    /// <summary>Activities and orchestrations called, in order.</summary>
    public IReadOnlyList<PlayedCall> Calls => _calls;

    /// <summary>Events it sent to other instances.</summary>
    public IReadOnlyList<HistoryEvent> Sent => _sent;

    /// <summary>When the next timer fires; null when none is set.</summary>
    public DateTime? NextTimer => _timers.Count == 0 ? null : _timers.Values.Min();

    /// <summary>A play of an orchestrator with a result.</summary>
    public static OrchestrationPlay Of<TResult>(string name, Func<TaskOrchestrationContext, Task<TResult>> code) => new(name, async context => await code(context));

    /// <summary>A play of an orchestrator without a result.</summary>
    public static OrchestrationPlay Of(string name, Func<TaskOrchestrationContext, Task> code) => new(name, async context =>
    {
        await code(context);
        return null;
    });

    /// <summary>What an activity or a called orchestration of this name returns, every time.</summary>
    public OrchestrationPlay Answer(string name, object? result = null) => Answer(name, _ => result);

    /// <summary>What an activity or a called orchestration of this name does; what it throws is its failure.</summary>
    public OrchestrationPlay Answer(string name, Func<PlayedCall, object?> answer)
    {
        _answers[name] = answer;
        return this;
    }

    /// <summary>Starts it and plays as far as it goes.</summary>
    public OrchestrationPlay Start(object? input = null, string? instanceId = null, string? version = null, DateTime? at = null)
    {
        InstanceId = instanceId ?? InstanceId;
        Now = at ?? Now;
        Status = OrchestrationRuntimeStatus.Running;
        _inbox.Add(new HistoryEvent(EventKind.ExecutionStarted) { Name = _name, Data = Payload.Write(input), Version = version });
        return Work();
    }

    /// <summary>Raises an event and plays as far as it goes.</summary>
    public OrchestrationPlay Raise(string name, object? payload = null)
    {
        _inbox.Add(new HistoryEvent(EventKind.EventRaised) { Name = name, Data = Payload.Write(payload) });
        return Work();
    }

    /// <summary>Moves the clock; each timer on the way fires at its own time.</summary>
    public OrchestrationPlay Advance(TimeSpan step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, TimeSpan.Zero);
        var end = Now + step;
        while (NextTimer is { } due && due <= end)
        {
            Now = due > Now ? due : Now;
            Work();
        }

        Now = end;
        return this;
    }

    /// <summary>The output.</summary>
    public T? OutputAs<T>() => Payload.Read<T>(Output);

    /// <summary>The custom status.</summary>
    public T? CustomStatusAs<T>() => Payload.Read<T>(CustomStatus);

    private OrchestrationPlay Work()
    {
        while (Status == OrchestrationRuntimeStatus.Running)
        {
            foreach (var (id, due) in _timers.Where(timer => timer.Value <= Now).OrderBy(timer => timer.Value).ToList())
            {
                _timers.Remove(id);
                _inbox.Add(new HistoryEvent(EventKind.TimerFired) { Id = id, Time = due });
            }

            if (_inbox.Count == 0)
            {
                break;
            }

            HistoryEvent[] arrived = [.. _inbox];
            _inbox.Clear();
            Keep(Episode.Run(InstanceId, _history, arrived, Now, _code, NullLoggerFactory.Instance));
        }

        return this;
    }

    private void Keep(EpisodeOutcome outcome)
    {
        _history.AddRange(outcome.Events);
        foreach (var action in outcome.Actions)
        {
            Begin(action);
        }

        foreach (var timer in outcome.CancelledTimers)
        {
            _timers.Remove(timer);
        }

        if (outcome.Next is { } next)
        {
            _history.Clear();
            _timers.Clear();
            _inbox.RemoveAll(happened => happened.Kind != EventKind.EventRaised);
            _inbox.Insert(0, next);
            return;
        }

        CustomStatus = outcome.CustomStatus;
        Status = outcome.Status;
        Output = outcome.End?.Data;
    }

    private void Begin(HistoryEvent action)
    {
        switch (action.Kind)
        {
            case EventKind.TimerCreated:
                _timers[action.Id!.Value] = action.Time!.Value;
                break;
            case EventKind.EventSent:
                _sent.Add(action);
                break;
            default:
                _inbox.Add(Answered(action));
                break;
        }
    }

    private HistoryEvent Answered(HistoryEvent action)
    {
        var call = new PlayedCall(action.Name!, action.Data, Now);
        _calls.Add(call);
        var answer = _answers.GetValueOrDefault(action.Name!) ?? throw new InvalidOperationException($"The play has no answer for '{action.Name}'.");
        var activity = action.Kind == EventKind.TaskScheduled;
        try
        {
            return new HistoryEvent(activity ? EventKind.TaskCompleted : EventKind.SubOrchestrationCompleted) { Id = action.Id, Name = action.Name, Data = Payload.Write(answer(call)) };
        }
#pragma warning disable CA1031 // Whatever the test throws is the failure it wants to see.
        catch (Exception exception)
        {
            return new HistoryEvent(activity ? EventKind.TaskFailed : EventKind.SubOrchestrationFailed) { Id = action.Id, Name = action.Name, Failure = TaskFailureDetails.FromException(exception) };
        }
#pragma warning restore CA1031
    }
}
