using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Kpr.LocalAzure.Durable;

/// <summary>
/// One piece of an orchestrator's work: runs its code from the beginning against the history, then feeds it what has
/// arrived, and says what is to be written down.
/// </summary>
internal sealed class Episode
{
    private const string IllegalAwait =
        "An invalid asynchronous invocation was detected. This can be caused by awaiting non-durable tasks in an orchestrator function's implementation or by middleware that invokes asynchronous code.";

    private readonly Orchestrator _code;
    private readonly EpisodeLoop _loop = new();
    private readonly ReplayContext _context;
    private readonly HistoryEvent _started;
    private Task<object?>? _run;

    private string Status => _context.CustomStatus ?? "null";

    private Episode(string instance, HistoryEvent started, Orchestrator code, ILoggerFactory loggers)
    {
        _code = code;
        _started = started;
        _context = new ReplayContext(started, instance, _loop, loggers);
    }

    /// <summary>Runs on the calling thread.</summary>
    /// <param name="instance">The instance.</param>
    /// <param name="past">Its history.</param>
    /// <param name="arrived">What is new, in order; the start itself in the first episode.</param>
    /// <param name="now">The time of this piece of work.</param>
    /// <param name="code">The orchestrator.</param>
    /// <param name="loggers">For the orchestrator's logger.</param>
    public static EpisodeOutcome Run(string instance, IReadOnlyList<HistoryEvent> past, IReadOnlyList<HistoryEvent> arrived, DateTime now, Orchestrator code, ILoggerFactory loggers)
    {
        List<HistoryEvent> fresh = [new HistoryEvent(EventKind.OrchestratorStarted) { Time = now }, .. arrived];
        if (arrived.FirstOrDefault(happened => happened.Kind == EventKind.ExecutionTerminated) is { } terminated)
        {
            return Ended(new EpisodeOutcome { Events = fresh }, new HistoryEvent(EventKind.ExecutionCompleted) { Status = OrchestrationRuntimeStatus.Terminated, Data = terminated.Data });
        }

        var started = past.Concat(arrived).First(happened => happened.Kind == EventKind.ExecutionStarted);
        var episode = new Episode(instance, started, code, loggers);
        try
        {
            episode.Apply(past, replaying: true);
            episode.Apply(fresh, replaying: false);
            return episode.Close(fresh, past.Count == 0);
        }
#pragma warning disable CA1031 // Whatever is thrown here, outside of the orchestrator's own code, ends the instance.
        catch (Exception exception)
        {
            return Failed(new EpisodeOutcome { Events = fresh, CustomStatus = episode.Status }, exception, Failures.TextOutside(started.Name!, exception));
        }
#pragma warning restore CA1031
        finally
        {
            episode._loop.Close();
        }
    }

    private void Apply(IReadOnlyList<HistoryEvent> events, bool replaying)
    {
        _context.Replaying = replaying;
        foreach (var happened in events)
        {
            _loop.Run(() => Apply(happened));
        }
    }

    private void Apply(HistoryEvent happened)
    {
        switch (happened.Kind)
        {
            case EventKind.OrchestratorStarted:
                _context.Now = happened.Time!.Value;
                break;
            case EventKind.ExecutionStarted:
                _run = _code(_context);
                foreach (var carried in happened.Carried ?? [])
                {
                    _context.Events.Raise(carried);
                }

                break;
            case EventKind.TaskScheduled or EventKind.TimerCreated or EventKind.SubOrchestrationCreated or EventKind.EventSent:
                _context.Confirm(happened);
                break;
            case EventKind.TaskCompleted or EventKind.TaskFailed or EventKind.TimerFired or EventKind.SubOrchestrationCompleted or EventKind.SubOrchestrationFailed:
                _context.Finish(happened);
                break;
            case EventKind.EventRaised:
                _context.Events.Raise(happened);
                break;
        }
    }

    private EpisodeOutcome Close(List<HistoryEvent> fresh, bool first)
    {
        if (_run!.IsCompleted && (!_context.HasOpenTasks || _context.Continuation is not null))
        {
            return _run.IsCompletedSuccessfully ? Returned(fresh, _run.Result)
                : _run.IsCanceled ? Cancelled(Outcome(fresh))
                : Failed(Outcome(fresh), _run.Exception!.InnerException!);
        }

        var stuck = !_run.IsCompleted && !_context.HasOpenTasks && !_context.Events.Any;
        if (stuck && first)
        {
            return Failed(Outcome(fresh), new InvalidOperationException(IllegalAwait));
        }

        return Outcome(fresh) with { IsStuck = stuck };
    }

    private EpisodeOutcome Returned(List<HistoryEvent> fresh, object? result)
    {
        if (_context.Continuation is not { } next)
        {
            return Ended(Outcome(fresh), new HistoryEvent(EventKind.ExecutionCompleted) { Status = OrchestrationRuntimeStatus.Completed, Data = Payload.Write(result) });
        }

        return Outcome(fresh) with
        {
            Next = _started with
            {
                Id = (_started.Id ?? 0) + 1,
                Data = Payload.Write(next.NewInput),
                Version = next.NewVersion ?? _started.Version,
                Carried = next.PreserveUnprocessedEvents && _context.Events.Kept.Count > 0 ? [.. _context.Events.Kept] : null,
            },
        };
    }

    private static EpisodeOutcome Failed(EpisodeOutcome outcome, Exception exception, string? text = null) => Ended(outcome, new HistoryEvent(EventKind.ExecutionCompleted)
    {
        Status = OrchestrationRuntimeStatus.Failed,
        Data = text ?? Failures.Text(exception),
        Failure = TaskFailureDetails.FromException(exception),
    });

    private EpisodeOutcome Outcome(List<HistoryEvent> fresh)
    {
        List<HistoryEvent> actions = [.. _context.Actions];
        return new EpisodeOutcome
        {
            Events = [.. fresh, .. actions],
            Actions = actions,
            CancelledTimers = [.. _context.Cancelled],
            CustomStatus = Status,
        };
    }

    private static EpisodeOutcome Ended(EpisodeOutcome outcome, HistoryEvent end) =>
        outcome with { Events = [.. outcome.Events, end], End = end };

    // It has failed, and its message is lost: the genuine engine looks for the result, and what comes of that is no longer the orchestrator's.
    private EpisodeOutcome Cancelled(EpisodeOutcome outcome)
    {
        var exception = new AggregateException(new TaskCanceledException(_run));
        return Failed(outcome, exception, Failures.TextOutside(_started.Name!, exception));
    }
}
