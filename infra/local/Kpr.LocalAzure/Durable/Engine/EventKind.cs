using System.Text.Json.Serialization;

namespace Kpr.LocalAzure.Durable;

/// <summary>What can happen to an instance.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EventKind>))]
public enum EventKind
{
    /// <summary>A piece of work began; its time is the orchestrator's clock until the next.</summary>
    OrchestratorStarted,

    /// <summary>The instance, or a generation of it, began.</summary>
    ExecutionStarted,

    /// <summary>An activity was called.</summary>
    TaskScheduled,

    /// <summary>An activity returned.</summary>
    TaskCompleted,

    /// <summary>An activity threw.</summary>
    TaskFailed,

    /// <summary>A timer was set.</summary>
    TimerCreated,

    /// <summary>A timer fired.</summary>
    TimerFired,

    /// <summary>An orchestration was called.</summary>
    SubOrchestrationCreated,

    /// <summary>A called orchestration returned.</summary>
    SubOrchestrationCompleted,

    /// <summary>A called orchestration failed or was terminated.</summary>
    SubOrchestrationFailed,

    /// <summary>An event came from outside.</summary>
    EventRaised,

    /// <summary>An event was sent to another instance.</summary>
    EventSent,

    /// <summary>It was held.</summary>
    ExecutionSuspended,

    /// <summary>It was let go on.</summary>
    ExecutionResumed,

    /// <summary>It was ended from outside.</summary>
    ExecutionTerminated,

    /// <summary>It has ended.</summary>
    ExecutionCompleted,
}
