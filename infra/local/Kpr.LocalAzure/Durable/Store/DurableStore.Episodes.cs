using System.Text.Json;
using Microsoft.DurableTask.Client;

namespace Kpr.LocalAzure.Durable;

/// <summary>What an episode or an activity writes down.</summary>
internal sealed partial class DurableStore
{
    /// <summary>Writes down an episode: history, what it began, what it ended, its state; or nothing, when the instance was replaced or purged meanwhile.</summary>
    public bool Commit(InstanceWork work, Inbox inbox, EpisodeOutcome outcome) => Write("episode", work.Instance.Id, sql =>
    {
        var (id, execution) = (work.Instance.Id, work.Instance.Execution);
        var phase = outcome.End is not null ? Phase.Ended : outcome.Next is not null ? Phase.Waiting : inbox.Phase;
        var status = phase == Phase.Suspended ? OrchestrationRuntimeStatus.Suspended : outcome.Status;
        var output = phase == Phase.Suspended ? inbox.Reason ?? work.Instance.Output : outcome.End?.Data;
        var past = outcome.Next is null ? work.Past.Count : 0;
        var custom = outcome.Next is not null || status == OrchestrationRuntimeStatus.Terminated ? work.Instance.CustomStatus : outcome.CustomStatus;
        if (sql.Execute(
            "UPDATE durable_instance SET phase = ?3, status = ?4, output = ?5, custom = ?6, updated = ?7, owner = NULL WHERE id = ?1 AND execution = ?2 AND owner = ?8",
            id, execution, (int)phase, (int)status, output, custom, Now, _lease.Value.Owner) == 0)
        {
            return false;
        }

        foreach (var sequence in inbox.Handled)
        {
            sql.Execute("DELETE FROM durable_message WHERE sequence = ?1", sequence);
        }

        foreach (var timer in outcome.CancelledTimers)
        {
            sql.Execute("DELETE FROM durable_message WHERE instance = ?1 AND timer = ?2", id, timer);
        }

        Begin(sql, work.Instance, execution, outcome);
        if (outcome.Next is { } next)
        {
            Renew(sql, id, next);
            if (inbox.Phase == Phase.Suspended)
            {
                // It was held while it began anew: the next generation is.
                Send(sql, id, new HistoryEvent(EventKind.ExecutionSuspended) { Data = inbox.Reason ?? work.Instance.Output }, null);
            }

            return true;
        }

        for (var i = 0; i < outcome.Events.Count; i++)
        {
            sql.Execute("INSERT INTO durable_history (instance, number, event) VALUES (?1, ?2, ?3)", id, past + i, Json(outcome.Events[i]));
        }

        if (outcome.End is { } end)
        {
            sql.Execute("DELETE FROM durable_message WHERE instance = ?1", id);
            Report(sql, id, work.Instance.Name, end);
        }

        return true;
    });

    /// <summary>Writes down what has come of an activity, and wakes the caller if it still waits for it.</summary>
    public void Finish(ActivityWork work, HistoryEvent ended) => Write("activity", work.Instance, sql =>
        sql.Execute("DELETE FROM durable_activity WHERE sequence = ?1 AND owner = ?2", work.Sequence, _lease.Value.Owner) == 1
            && Send(sql, work.Instance, ended with { Id = work.Id, Name = work.Name }, work.Execution));

    private void Begin(Sql sql, InstanceRow instance, string execution, EpisodeOutcome outcome)
    {
        foreach (var action in outcome.Actions)
        {
            switch (action.Kind)
            {
                case EventKind.TaskScheduled:
                    sql.Execute(
                        "INSERT INTO durable_activity (instance, execution, id, name, input) VALUES (?1, ?2, ?3, ?4, ?5)", instance.Id, execution, action.Id, action.Name, action.Data);
                    break;
                case EventKind.TimerCreated when !outcome.CancelledTimers.Contains(action.Id!.Value):
                    Send(sql, instance.Id, new HistoryEvent(EventKind.TimerFired) { Id = action.Id, Time = action.Time }, execution, action.Time!.Value.Ticks, action.Id);
                    break;
                case EventKind.SubOrchestrationCreated:
                    var caller = new Caller(instance.Id, execution, instance.Name, action.Id!.Value);
                    Create(sql, action.Instance!, new HistoryEvent(EventKind.ExecutionStarted) { Name = action.Name, Data = action.Data, Version = action.Version, Caller = caller }, Now, null);
                    Trace(sql, action.Instance!, sql.First("SELECT trace FROM durable_trace WHERE instance = ?1", row => row.GetString(0), instance.Id));
                    break;
                case EventKind.EventSent:
                    Send(sql, action.Instance!, new HistoryEvent(EventKind.EventRaised) { Name = action.Name, Data = action.Data }, null);
                    break;
            }
        }
    }

    /// <summary>Tells the caller how its sub-orchestration ended.</summary>
    private void Report(Sql sql, string id, string name, HistoryEvent end)
    {
        if (sql.First("SELECT caller FROM durable_instance WHERE id = ?1", row => Text(row, 0), id) is not { } json)
        {
            return;
        }

        var caller = JsonSerializer.Deserialize<Caller>(json)!;
        var ended = end.Status == OrchestrationRuntimeStatus.Completed
            ? new HistoryEvent(EventKind.SubOrchestrationCompleted) { Data = end.Data }
            : new HistoryEvent(EventKind.SubOrchestrationFailed) { Failure = end.Failure };
        Send(sql, caller.Instance, ended with { Id = caller.Id, Name = name }, caller.Execution);
    }

    /// <summary>Makes an instance, in place of an older one of that id.</summary>
    private void Create(Sql sql, string id, HistoryEvent started, long due, string? tags)
    {
        Remove(sql, id);
        var (execution, now) = (Guid.NewGuid().ToString("N"), Now);
        sql.Execute(
            "INSERT INTO durable_instance (id, execution, name, phase, status, created, updated, caller, input, tags) VALUES (?1, ?2, ?3, 0, ?4, ?5, ?5, ?6, ?7, ?8)",
            id, execution, started.Name, (int)OrchestrationRuntimeStatus.Pending, now, started.Caller is { } caller ? JsonSerializer.Serialize(caller) : null, started.Data, tags);
        Send(sql, id, started, execution, due);
    }

    /// <summary>Starts the next generation: a new run with an empty history. Events that have arrived meanwhile stay.</summary>
    private void Renew(Sql sql, string id, HistoryEvent next)
    {
        var execution = Guid.NewGuid().ToString("N");
        sql.Execute("DELETE FROM durable_history WHERE instance = ?1", id);
        sql.Execute("DELETE FROM durable_message WHERE instance = ?1 AND execution IS NOT NULL", id);
        sql.Execute("UPDATE durable_instance SET execution = ?2, input = ?3 WHERE id = ?1", id, execution, next.Data);
        Send(sql, id, next, execution);
    }

    /// <returns>Whether there is an instance, of that run, that has not ended.</returns>
    private bool Send(Sql sql, string instance, HistoryEvent happened, string? execution, long? due = null, int? timer = null) => sql.Execute(
        """
        INSERT INTO durable_message (instance, execution, due, wakes, timer, event)
        SELECT id, ?2, ?3, ?4, ?5, ?6 FROM durable_instance WHERE id = ?1 AND phase < 3 AND (?2 IS NULL OR execution = ?2)
        """,
        instance, execution, due ?? Now, Inbox.Wakes(happened.Kind), timer, Json(happened)) == 1;

    // What an instance does belongs to the trace that started it.
    private static void Trace(Sql sql, string id, string? trace)
    {
        if (trace is not null)
        {
            sql.Execute("INSERT INTO durable_trace (instance, trace) VALUES (?1, ?2)", id, trace);
        }
    }

    private static void Remove(Sql sql, string id)
    {
        sql.Execute("DELETE FROM durable_trace WHERE instance = ?1", id);
        sql.Execute("DELETE FROM durable_instance WHERE id = ?1", id);
        sql.Execute("DELETE FROM durable_history WHERE instance = ?1", id);
        sql.Execute("DELETE FROM durable_message WHERE instance = ?1", id);
    }

    private static string Json(HistoryEvent happened) => JsonSerializer.Serialize(happened, Payload.History);
}
