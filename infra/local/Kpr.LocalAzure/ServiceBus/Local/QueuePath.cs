using Azure.Messaging.ServiceBus;

namespace Kpr.LocalAzure.ServiceBus;

/// <summary>A queue or its dead-letter queue.</summary>
internal readonly record struct QueuePath(string Queue, bool DeadLetter)
{
    private const string Suffix = "/$deadletterqueue";

    public long Sub => DeadLetter ? 1 : 0;

    public static QueuePath Parse(string name, SubQueue subQueue = SubQueue.None) =>
        name.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase)
            ? new(name[..^Suffix.Length], true)
            : new(name, subQueue == SubQueue.DeadLetter);

    public override string ToString() => DeadLetter ? Queue + Suffix : Queue;
}
