using System.Globalization;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace Kpr.LocalAzure.Durable;

/// <summary>The context of one replay: turns what the orchestrator asks for into numbered actions, and hands it what has come of them.</summary>
internal sealed class ReplayContext(HistoryEvent started, string instance, EpisodeLoop loop, ILoggerFactory loggers) : TaskOrchestrationContext
{
    /// <summary>A longer timer is a row of timers of this length.</summary>
    public static readonly TimeSpan LongestTimer = TimeSpan.FromDays(3);

    private const int LargestStatus = 16 * 1024;

    private readonly Dictionary<int, OpenTask> _open = [];
    private readonly SortedDictionary<int, HistoryEvent> _actions = [];
    private readonly List<int> _cancelled = [];
    private int _next;
    private int _guids;

    /// <summary>What the code has begun and the history does not know of yet.</summary>
    public IEnumerable<HistoryEvent> Actions => _actions.Values;

    /// <summary>Timers no longer wanted.</summary>
    public IReadOnlyList<int> Cancelled => _cancelled;

    public EventWaits Events { get; } = new(loop);

    public bool HasOpenTasks => _open.Count > 0;

    public string? CustomStatus { get; private set; }

    public ContinueAsNewOptions? Continuation { get; private set; }

    public DateTime Now { get; set; }

    public bool Replaying { get; set; }

    public override TaskName Name { get; } = new(started.Name!);

    public override string InstanceId => instance;

    public override ParentOrchestrationInstance? Parent { get; } =
        started.Caller is { } caller ? new ParentOrchestrationInstance(caller.Name, caller.Instance) : null;

    public override DateTime CurrentUtcDateTime => Now;

    public override bool IsReplaying => Replaying;

    public override string Version => started.Version ?? "";

    protected override ILoggerFactory LoggerFactory => loggers;

    public override T? GetInput<T>()
        where T : default => Payload.Read<T>(started.Data);

    public object? GetInput(Type type) => Payload.Read(started.Data, type);

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        var json = Payload.Write(input);
        return Retries.CallAsync(this, options?.Retry, () => Begin<TResult>(new HistoryEvent(EventKind.TaskScheduled) { Name = name, Data = json }));
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        var json = Payload.Write(input);
        var own = options as SubOrchestrationOptions;
        var child = own?.InstanceId is { Length: > 0 } given ? given : NewGuid().ToString("N");
        return Retries.CallAsync(this, options?.Retry, () => Begin<TResult>(
            new HistoryEvent(EventKind.SubOrchestrationCreated) { Name = orchestratorName, Data = json, Instance = child, Version = own?.Version?.Version }));
    }

    public override async Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        var until = fireAt.Kind == DateTimeKind.Local ? fireAt.ToUniversalTime() : DateTime.SpecifyKind(fireAt, DateTimeKind.Utc);
        while (until - Now > LongestTimer && !cancellationToken.IsCancellationRequested)
        {
            await SetTimer(Now + LongestTimer, cancellationToken);
        }

        await SetTimer(until, cancellationToken);
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        EnsureInside();
        return Events.WaitAsync<T>(eventName, cancellationToken);
    }

    public override void SendEvent(string instanceId, string eventName, object payload)
    {
        EnsureInside();
        _actions.Add(_next, new HistoryEvent(EventKind.EventSent) { Id = _next++, Instance = instanceId, Name = eventName, Data = Payload.Write(payload) });
    }

    public override void SetCustomStatus(object? customStatus)
    {
        EnsureInside();
        CustomStatus = Payload.Write(customStatus);
        var size = (CustomStatus?.Length ?? 0) * sizeof(char);
        if (size > LargestStatus)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"CustomStatus is too large: limit = 16 KB (UTF-16), actual = {size / 1024.0:0.0} KB."), nameof(customStatus));
        }
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) =>
        ContinueAsNew(new ContinueAsNewOptions { NewInput = newInput, PreserveUnprocessedEvents = preserveUnprocessedEvents });

    public override void ContinueAsNew(ContinueAsNewOptions options)
    {
        EnsureInside();
        Continuation = options;
    }

    public override Guid NewGuid()
    {
        EnsureInside();

        // Two generations may begin at one time of a clock that stands still.
        var generation = started.Id is { } number ? $"_{number}" : "";
        return GuidFromName.Of(string.Create(CultureInfo.InvariantCulture, $"{instance}_{Now:o}_{_guids++}{generation}"));
    }

    /// <summary>The history knows of something the code must have begun by now.</summary>
    public void Confirm(HistoryEvent recorded)
    {
        NonDeterminism.Check(recorded, _actions.GetValueOrDefault(recorded.Id!.Value));
        _actions.Remove(recorded.Id.Value);
    }

    /// <summary>Something begun has ended; nothing when it is unknown or was cancelled.</summary>
    public void Finish(HistoryEvent ended)
    {
        if (!_open.Remove(ended.Id!.Value, out var task))
        {
            return;
        }

        if (ended.Kind is EventKind.TaskFailed or EventKind.SubOrchestrationFailed)
        {
            var behind = ended.Kind == EventKind.TaskFailed ? new DurableTask.Core.Exceptions.TaskFailedException(ended.Failure!.ErrorMessage) : null;
            task.Fail(new TaskFailedException(ended.Name!, ended.Id.Value, ended.Failure, behind));
        }
        else
        {
            task.Complete(ended.Data);
        }
    }

    private Task<T> Begin<T>(HistoryEvent action)
    {
        EnsureInside();
        var task = new OpenTask<T>();
        _open.Add(_next, task);
        _actions.Add(_next, action with { Id = _next++ });
        return task.Task;
    }

    private Task SetTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        EnsureInside();
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled(cancellationToken);
        }

        var id = _next;
        var task = Begin<object?>(new HistoryEvent(EventKind.TimerCreated) { Time = fireAt });
        cancellationToken.Register(() =>
        {
            if (loop.IsInside && _open.Remove(id, out var open))
            {
                _cancelled.Add(id);
                ((OpenTask<object?>)open).Cancel(cancellationToken);
            }
        });
        return task;
    }

    private void EnsureInside()
    {
        if (!loop.IsInside)
        {
            throw new InvalidOperationException(
                "The orchestrator went on outside of its thread, after awaiting something that is not durable or with ConfigureAwait(false). What it does there is lost.");
        }
    }
}
