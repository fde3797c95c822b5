using System.Diagnostics;
using Azure.Messaging.ServiceBus;
using Kpr.Functions.Azure;

namespace Kpr.Functions.Telemetry;

/// <summary>
/// The spans of the app. A file is one trace, from its blob to its receipt: what is sent on carries the context as a property of
/// the message, what waits carries it in the ledger, and the receipt bears it as metadata. What the flow of a case does belongs to the
/// trace of the command that began it; a command carries its context in the outbox and in the nudge. Without a listener there are no spans,
/// and nothing is written anywhere.
/// </summary>
/// <remarks>docs/adr/0021-telemetry.md. Tags hold keys, counts and names of our own; never content, never a name from outside.</remarks>
public static class Tracing
{
    /// <summary>Name of the source, and of the meter.</summary>
    public const string Name = "Kpr";

    /// <summary>Property of a message that carries the W3C context; the name is the one that the genuine Service Bus client and the Functions host know.</summary>
    public const string MessageProperty = "Diagnostic-Id";

    /// <summary>Metadata of a blob that carries the W3C context: a sender's on a file, ours on its receipt.</summary>
    public const string BlobMetadata = "traceparent";

    /// <summary>Tag: key of the file.</summary>
    public const string File = "kpr.file";

    /// <summary>Tag: id of the case.</summary>
    public const string Case = "kpr.case";

    /// <summary>Tag: name of a command to a case.</summary>
    public const string Command = "kpr.command";

    /// <summary>Tag: feed.</summary>
    public const string Feed = "kpr.feed";

    /// <summary>Tag: number of the chunk, from 0.</summary>
    public const string Chunk = "kpr.chunk";

    /// <summary>Tag: number of records.</summary>
    public const string Records = "kpr.records";

    /// <summary>Tag: number of findings.</summary>
    public const string Findings = "kpr.findings";

    /// <summary>Tag: status of the receipt.</summary>
    public const string Status = "kpr.status";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>Whether anybody listens: what is only for the trace is left undone otherwise.</summary>
    public static bool IsOn => Source.HasListeners();

    /// <summary>The context that now runs, as text; null when it is not recorded.</summary>
    public static string? Current => Activity.Current is { IdFormat: ActivityIdFormat.W3C, Recorded: true } activity ? activity.Id : null;

    /// <summary>Starts a span; null when nobody listens.</summary>
    /// <param name="name">What is done, in few words; one of <see cref="Spans"/> or the name of a queue with a verb.</param>
    /// <param name="kind">How it came about.</param>
    /// <param name="parent">The context that was carried here. When it is of another trace than the one that now runs, the span belongs to what was carried, and links to what runs.</param>
    public static Activity? Start(string name, ActivityKind kind = ActivityKind.Internal, string? parent = null)
    {
        if (!IsOn)
        {
            return null;
        }

        var running = Activity.Current;
        return ActivityContext.TryParse(parent, null, isRemote: true, out var carried) && carried.TraceId != running?.TraceId
            ? Source.StartActivity(name, kind, carried, links: running is null ? null : [new ActivityLink(running.Context)])
            : Source.StartActivity(name, kind);
    }

    /// <summary>Starts the span of a message that was received.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="message">The message.</param>
    public static Activity? Receive(string queue, ServiceBusReceivedMessage message) => Start(
            $"{queue} process", ActivityKind.Consumer, message.ApplicationProperties.TryGetValue(MessageProperty, out var carried) ? carried as string : null)
        ?.SetTag("messaging.system", "servicebus").SetTag("messaging.destination.name", queue);

    /// <summary>Lets a message carry a context; the one that now runs when none is given. What it carries already stands.</summary>
    /// <param name="message">The message.</param>
    /// <param name="context">The context as text; empty or null for the one that runs.</param>
    public static ServiceBusMessage Stamp(ServiceBusMessage message, string? context = null)
    {
        if ((string.IsNullOrEmpty(context) ? Current : context) is { } carried)
        {
            message.ApplicationProperties.TryAdd(MessageProperty, carried);
        }

        return message;
    }

    /// <summary>Marks a span as failed by the kind of what was thrown, never by its text. Returns false, so that it can stand in an exception filter.</summary>
    public static bool Failed(Activity? span, Exception exception)
    {
        span?.SetStatus(ActivityStatusCode.Error, Outage.Kind(exception));
        return false;
    }
}
