using DurableTask.Core.Exceptions;

namespace Kpr.LocalAzure.Durable;

/// <summary>Compares what the code begins at a replay with what the history says it began, and names the difference.</summary>
internal static class NonDeterminism
{
    private const string Question = " Was a change made to the orchestrator code after this instance had already started running?";

    /// <exception cref="NonDeterministicOrchestrationException">They differ.</exception>
    public static void Check(HistoryEvent recorded, HistoryEvent? begun)
    {
        var what = recorded.Kind switch
        {
            EventKind.TaskScheduled => "an activity task",
            EventKind.TimerCreated => "a timer task",
            EventKind.SubOrchestrationCreated => "a sub-orchestration task",
            _ => "a send event task",
        };
        if (begun is null)
        {
            var name = recorded.Kind == EventKind.TimerCreated ? "" : $" and name '{recorded.Name}' (version '{recorded.Version}')";
            throw new NonDeterministicOrchestrationException(
                $"A previous execution of this orchestration scheduled {what} with sequence ID {recorded.Id}{name}, but the current replay execution hasn't (yet?) scheduled this task.{Question}");
        }

        var previous = $"A previous execution of this orchestration scheduled {what} with sequence number {recorded.Id}{(recorded.Kind == EventKind.TimerCreated ? "" : $" named '{recorded.Name}'")}, but the current orchestration replay instead";
        if (begun.Kind != recorded.Kind)
        {
            throw new NonDeterministicOrchestrationException($"{previous} produced a {ActionName(begun.Kind)} action with this sequence number.{Question}");
        }

        if (!string.Equals(begun.Name, recorded.Name, StringComparison.OrdinalIgnoreCase))
        {
            throw new NonDeterministicOrchestrationException($"{previous} scheduled {what} named '{begun.Name}' with this sequence number.{Question}");
        }
    }

    private static string ActionName(EventKind kind) => kind switch
    {
        EventKind.TaskScheduled => "ScheduleTaskOrchestratorAction",
        EventKind.TimerCreated => "CreateTimerOrchestratorAction",
        EventKind.SubOrchestrationCreated => "CreateSubOrchestrationAction",
        _ => "SendEventOrchestratorAction",
    };
}
