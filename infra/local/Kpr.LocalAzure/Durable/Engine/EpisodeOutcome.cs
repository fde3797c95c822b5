using Microsoft.DurableTask.Client;

namespace Kpr.LocalAzure.Durable;

/// <summary>What an episode changes; written down as a whole or not at all.</summary>
internal sealed record EpisodeOutcome
{
    /// <summary>Lines to append to the history.</summary>
    public required IReadOnlyList<HistoryEvent> Events { get; init; }

    /// <summary>What the orchestrator has begun: lines of the history that something must come of.</summary>
    public IReadOnlyList<HistoryEvent> Actions { get; init; } = [];

    /// <summary>Timers no longer wanted.</summary>
    public IReadOnlyList<int> CancelledTimers { get; init; } = [];

    /// <summary>JSON of the custom status; the text <c>null</c> when none is set.</summary>
    public string CustomStatus { get; init; } = "null";

    /// <summary>How it ended; null while it goes on.</summary>
    public HistoryEvent? End { get; init; }

    /// <summary>How the next generation starts, when there is to be one.</summary>
    public HistoryEvent? Next { get; init; }

    /// <summary>The orchestrator waits for something that is not durable: nothing will ever wake it.</summary>
    public bool IsStuck { get; init; }

    public OrchestrationRuntimeStatus Status => End?.Status ?? OrchestrationRuntimeStatus.Running;
}
