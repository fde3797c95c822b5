using System.Collections.Concurrent;
using System.Diagnostics;
using Kpr.Functions.Telemetry;

namespace Kpr.Functions.Tests.Telemetry;

/// <summary>Hears every span of the system until it is disposed.</summary>
internal sealed class SpanLog : IDisposable
{
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ActivityListener _listener;

    public SpanLog()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => TelemetrySettings.Sources.Contains(source.Name),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public IReadOnlyCollection<Activity> All => _spans;

    public IReadOnlyList<Activity> Named(string name) => [.. _spans.Where(span => span.DisplayName == name)];

    public void Dispose() => _listener.Dispose();

    /// <summary>All that is written on a span.</summary>
    public static string Text(Activity span) => string.Join(
        '\n',
        span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}").Concat(span.Events.SelectMany(happened => happened.Tags.Select(tag => $"{tag.Key}={tag.Value}")))
            .Concat(span.Links.SelectMany(link => link.Tags?.Select(tag => $"{tag.Key}={tag.Value}") ?? [])).Concat(span.Baggage.Select(pair => $"{pair.Key}={pair.Value}"))
            .Append($"{span.DisplayName} {span.StatusDescription}"));
}
