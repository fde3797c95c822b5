using System.Text.Json;

namespace Kpr.LocalAzure.Durable;

/// <summary>Chooses, of what has arrived, what the instance takes now; the rest stays where it is.</summary>
internal sealed class Inbox
{
    private readonly List<(long Sequence, HistoryEvent Event)> _taken = [];
    private readonly List<(long Sequence, HistoryEvent Event)> _held = [];
    private readonly List<long> _dropped = [];

    private Inbox(Phase phase) => Phase = phase;

    /// <summary>Where the instance stands after these.</summary>
    public Phase Phase { get; private set; }

    /// <summary>The reason it is held for.</summary>
    public string? Reason { get; private set; }

    /// <summary>What is taken, in order.</summary>
    public IReadOnlyList<HistoryEvent> Events => [.. _taken.Select(taken => taken.Event)];

    /// <summary>Numbers of what is to be removed.</summary>
    public IEnumerable<long> Handled => _taken.Select(taken => taken.Sequence).Concat(_dropped);

    public static Inbox Of(InstanceWork work)
    {
        var inbox = new Inbox(work.Instance.Phase);
        var messages = work.Messages.ConvertAll(message => (message.Sequence, message.Execution, Event: JsonSerializer.Deserialize<HistoryEvent>(message.Json, Payload.History)!));

        // The start comes first, whatever was raised before it.
        foreach (var (sequence, execution, happened) in messages.OrderBy(message => message.Event.Kind == EventKind.ExecutionStarted ? 0 : 1))
        {
            if (execution is not null && execution != work.Instance.Execution)
            {
                inbox._dropped.Add(sequence);
            }
            else
            {
                inbox.Take(sequence, happened);
            }
        }

        return inbox;
    }

    /// <summary>In which phases a message wakes its instance, as bits.</summary>
    public static int Wakes(EventKind kind) => kind switch
    {
        EventKind.ExecutionStarted => 1 << (int)Phase.Waiting,
        EventKind.ExecutionTerminated => 1 << (int)Phase.Waiting | 1 << (int)Phase.Running | 1 << (int)Phase.Suspended,
        EventKind.ExecutionSuspended or EventKind.ExecutionResumed => 1 << (int)Phase.Running | 1 << (int)Phase.Suspended,
        _ => 1 << (int)Phase.Running,
    };

    private void Take(long sequence, HistoryEvent happened)
    {
        switch (happened.Kind)
        {
            case EventKind.ExecutionTerminated:
                _taken.Add((sequence, happened));
                break;
            case EventKind.ExecutionStarted:
                _taken.Add((sequence, happened));
                Phase = Phase.Running;
                break;
            case EventKind.ExecutionSuspended:
                _taken.Add((sequence, happened));
                Phase = Phase.Suspended;
                Reason = happened.Data;
                break;
            case EventKind.ExecutionResumed:
                _taken.Add((sequence, happened));
                Phase = Phase.Running;
                _taken.AddRange(_held);
                _held.Clear();
                break;
            default:
                (Phase == Phase.Running ? _taken : _held).Add((sequence, happened));
                break;
        }
    }
}
