using System.Diagnostics.Metrics;
using Kpr.Core.Judging;
using Kpr.Core.Receipts;

namespace Kpr.Functions.Telemetry;

/// <summary>
/// What an operator asks of the intake: files by state, records a second, rejects by rule, the age of queues. Tags are feeds,
/// states, rules and queues: few and fixed, never a sender, a file or a person.
/// </summary>
public sealed class IngestMetrics
{
    private const string Feed = "kpr.feed";
    private const string Queue = "kpr.queue";

    private readonly Counter<long> _files;
    private readonly Counter<long> _records;
    private readonly Counter<long> _findings;
    private readonly Counter<long> _bytes;
    private readonly Counter<long> _deadLetters;
    private readonly Counter<long> _putOff;
    private readonly Histogram<double> _fileDuration;
    private readonly Histogram<double> _chunkDuration;
    private readonly Histogram<double> _queueWait;

    /// <summary>Makes the instruments.</summary>
    /// <param name="meters">Makes the meter.</param>
    /// <param name="open">Counts the files that are not done.</param>
    public IngestMetrics(IMeterFactory meters, OpenFiles open)
    {
        var meter = meters.Create(Tracing.Name);
        _files = meter.CreateCounter<long>("kpr.files", "{file}", "Files answered, refused, repeated or given up, by feed and outcome.");
        _records = meter.CreateCounter<long>("kpr.records", "{record}", "Records of answered files, by feed and fate (accepted, rejected, duplicate).");
        _findings = meter.CreateCounter<long>("kpr.findings", "{finding}", "Findings of answered files, by feed and rule.");
        _bytes = meter.CreateCounter<long>("kpr.read", "By", "Bytes of files read, inflated, by feed.");
        _deadLetters = meter.CreateCounter<long>("kpr.dead_letters", "{message}", "Messages that a queue gave up, by queue.");
        _putOff = meter.CreateCounter<long>("kpr.put_off", "{message}", "Messages put off because a service could not be reached or refused, by queue.");
        _fileDuration = meter.CreateHistogram<double>("kpr.file.duration", "s", "From a file's claim to its receipt, by feed.");
        _chunkDuration = meter.CreateHistogram<double>("kpr.chunk.duration", "s", "Judging of a chunk, storage included, by feed.");
        _queueWait = meter.CreateHistogram<double>("kpr.queue.wait", "s", "Age of a message when it is taken up, by queue.");
        meter.CreateObservableGauge("kpr.files.open", () => open.Counted(), "{file}", "Files that are not done, by state; counted by each sweep.");
        meter.CreateObservableGauge("kpr.files.open.oldest", () => open.Oldest(), "s", "Age of the oldest file that is not done; counted by each sweep.");
    }

    /// <summary>A file has been read.</summary>
    public void Read(string feed, long bytes) => _bytes.Add(bytes, Tag(Feed, feed));

    /// <summary>A file has its receipt.</summary>
    /// <param name="feed">Its feed.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="duration">Since it was claimed.</param>
    public void Completed(string feed, FileOutcome outcome, TimeSpan duration)
    {
        Ended(feed, StatusOf(outcome.Status));
        _fileDuration.Record(duration.TotalSeconds, Tag(Feed, feed));
        Count("accepted", outcome.Counts.Accepted);
        Count("rejected", outcome.Counts.Rejected);
        Count("duplicate", outcome.Counts.Duplicates);
        foreach (var (rule, number) in outcome.Rules)
        {
            _findings.Add(number, Tag(Feed, feed), Tag("kpr.rule", rule));
        }

        void Count(string fate, long number)
        {
            if (number > 0)
            {
                _records.Add(number, Tag(Feed, feed), Tag("kpr.fate", fate));
            }
        }
    }

    /// <summary>A file ended in another way than with a receipt of its own: <c>repeated</c>, <c>refused</c>, <c>failed</c>.</summary>
    /// <param name="feed">Its feed; <c>unknown</c> where its address names none.</param>
    /// <param name="outcome">How.</param>
    public void Ended(string feed, string outcome) => _files.Add(1, Tag(Feed, feed), Tag("kpr.outcome", outcome));

    /// <summary>A chunk was judged.</summary>
    public void Judged(string feed, TimeSpan duration) => _chunkDuration.Record(duration.TotalSeconds, Tag(Feed, feed));

    /// <summary>A message was taken up.</summary>
    public void TakenUp(string queue, TimeSpan wait) => _queueWait.Record(Math.Max(0, wait.TotalSeconds), Tag(Queue, queue));

    /// <summary>A message was put off.</summary>
    public void PutOff(string queue) => _putOff.Add(1, Tag(Queue, queue));

    /// <summary>A dead letter was noted.</summary>
    public void DeadLettered(string queue) => _deadLetters.Add(1, Tag(Queue, queue));

    private static string StatusOf(ReceiptStatus status) => status switch
    {
        ReceiptStatus.Accepted => "accepted",
        ReceiptStatus.PartlyAccepted => "partly-accepted",
        ReceiptStatus.Rejected => "rejected",
        _ => "held",
    };

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
