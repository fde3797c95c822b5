using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Kpr.LocalAzure.Durable;

/// <summary>
/// One line of an instance's history; also the form in which what happens reaches the instance. Which values are
/// set depends on the kind.
/// </summary>
public sealed record HistoryEvent(EventKind Kind)
{
    /// <summary>When the work began, or when a timer is or was due; UTC.</summary>
    public DateTime? Time { get; init; }

    /// <summary>The number of what the orchestrator began, or of what has ended; of a start, how often it has begun anew.</summary>
    public int? Id { get; init; }

    /// <summary>Name of the orchestration, activity or event.</summary>
    public string? Name { get; init; }

    /// <summary>Version of the orchestration.</summary>
    public string? Version { get; init; }

    /// <summary>Input, result, payload, output or reason; JSON but for reasons and failures.</summary>
    public string? Data { get; init; }

    /// <summary>The instance that is called, or sent an event.</summary>
    public string? Instance { get; init; }

    /// <summary>Who called this orchestration.</summary>
    public Caller? Caller { get; init; }

    /// <summary>How it failed.</summary>
    public TaskFailureDetails? Failure { get; init; }

    /// <summary>How it ended.</summary>
    public OrchestrationRuntimeStatus? Status { get; init; }

    /// <summary>Events the generation before did not take.</summary>
    public IReadOnlyList<HistoryEvent>? Carried { get; init; }
}
