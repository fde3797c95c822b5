using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kpr.LocalAzure.Durable.Testing;

/// <summary>
/// A history kept as a file, to be replayed under later code: what was begun by the code of that day must be able to
/// go on under the code of today. When it no longer can, the orchestration needs a new version, not a new file.
/// </summary>
/// <param name="InstanceId">The instance; ids made by the orchestrator follow from it.</param>
/// <param name="Events">What happened.</param>
public sealed record GoldenHistory(string InstanceId, IReadOnlyList<HistoryEvent> Events)
{
    private static readonly JsonSerializerOptions Readable = new(Payload.History) { WriteIndented = true };

    /// <summary>The history of a play.</summary>
    public static GoldenHistory Of(OrchestrationPlay play)
    {
        ArgumentNullException.ThrowIfNull(play);
        return new GoldenHistory(play.InstanceId, [.. play.History]);
    }

    /// <summary>Reads a file's text.</summary>
    public static GoldenHistory Parse(string json) => JsonSerializer.Deserialize<GoldenHistory>(json, Readable)!;

    /// <summary>A file's text.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Readable);

    /// <summary>Replays the history under this code.</summary>
    /// <returns>The first difference; null when the code does what the history says.</returns>
    public string? Difference<TResult>(Func<TaskOrchestrationContext, Task<TResult>> code)
    {
        var recorded = Events.LastOrDefault(happened => happened.Kind == EventKind.ExecutionCompleted);
        HistoryEvent[] past = [.. Events.Where(happened => happened.Kind != EventKind.ExecutionCompleted)];
        var now = past.Last(happened => happened.Kind == EventKind.OrchestratorStarted).Time!.Value;
        var outcome = Episode.Run(InstanceId, past, [], now, async context => await code(context), NullLoggerFactory.Instance);
        return (outcome.End, recorded) switch
        {
            ({ Status: Microsoft.DurableTask.Client.OrchestrationRuntimeStatus.Failed } end, var then) when then?.Data != end.Data => end.Data,
            _ when outcome.Actions is [var extra, ..] => $"The code begins #{extra.Id} ({extra.Kind} {extra.Name}), of which the history knows nothing.",
            (null, not null) when outcome.Next is null => "The history has an end, but the code still waits.",
            (not null, null) => "The code ends, but the history goes on.",
            ({ } end, { } then) when end.Status != then.Status || end.Data != then.Data => $"The history ends with {then.Status} {then.Data}, but the code with {end.Status} {end.Data}.",
            _ => null,
        };
    }
}
