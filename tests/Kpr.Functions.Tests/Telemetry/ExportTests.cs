using System.Globalization;
using Kpr.Core.Tests.CareEvents;
using Kpr.Functions.Telemetry;
using Kpr.Functions.Tests.Ingest;
using Kpr.Local.Telemetry;

namespace Kpr.Functions.Tests.Telemetry;

/// <summary>Where telemetry can be seen: an OTLP receiver where one is set, a page of the local host; never a person's number in any of it.</summary>
[Collection(Alone.Name)]
public sealed class ExportTests
{
    private const string Municipality = "<Kommune kommuneNr=\"{0}\"/>";

    [Fact]
    public async Task Spans_metrics_and_logs_go_to_the_receiver_that_is_set_and_hold_no_number_of_a_person()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        int planted;
        await using (var test = await TestSystem.StartAsync(TestSystem.With(
            ("Kpr:Ingest:ChunkRecords", "3"), (TelemetrySettings.OtlpEndpoint, receiver.Address), (TelemetrySettings.OtlpProtocol, "http/protobuf"))))
        {
            planted = await CanaryTests.PlantAsync(test, "care-events", Municipality);
            await test.SettleAsync();
        }

        var sent = new Dictionary<string, string>(StringComparer.Ordinal) { ["traces"] = receiver.Sent("/v1/traces"), ["metrics"] = receiver.Sent("/v1/metrics"), ["logs"] = receiver.Sent("/v1/logs") };
        Assert.All([Spans.ReceiveFile, Spans.JudgeChunk, Spans.CompleteFile, Tracing.File], name => Assert.Contains(name, sent["traces"], StringComparison.Ordinal));
        Assert.All(["kpr.files", "kpr.records", "kpr.findings", "kpr.queue.wait"], name => Assert.Contains(name, sent["metrics"], StringComparison.Ordinal));
        Assert.Contains("FileCompleted", sent["logs"], StringComparison.Ordinal);
        Assert.DoesNotContain(CanaryTests.Numbers.Take(planted), number => sent.Values.Any(text => text.Contains(number, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task No_number_of_a_person_is_on_a_span_or_a_measurement()
    {
        using var spans = new SpanLog();
        await using var test = await TestSystem.StartAsync(TestSystem.With(("Kpr:Ingest:ChunkRecords", "3")));
        using var metrics = new MetricLog(test.System.Services);
        var planted = await CanaryTests.PlantAsync(test, "care-events", Municipality);
        await test.SettleAsync();
        await test.SettleAfterAsync(TimeSpan.FromMinutes(20));
        metrics.Observe();

        Assert.NotEmpty(spans.Named(Spans.CompleteFile));
        var told = spans.All.Select(SpanLog.Text).Concat(metrics.All.Select(value => $"{value.Name} {value.Tags} {value.Value.ToString("R", CultureInfo.InvariantCulture)}")).ToList();
        Assert.DoesNotContain(CanaryTests.Numbers.Take(planted), number => told.Any(text => text.Contains(number, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_page_shows_files_records_rules_times_traces_and_events()
    {
        await using var test = await TestSystem.StartAsync(options => options with { Telemetry = true });
        var planted = await CanaryTests.PlantAsync(test, "care-events", Municipality);
        var file = await test.UploadAsync("care-events/0301/hendelser.xml", new CareEventDocument().Add().ToString());
        await test.SettleAsync();
        using var http = new HttpClient { BaseAddress = test.System.Host.Address };
        using var answer = await http.GetAsync(new Uri(TelemetryPage.Path, UriKind.Relative));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.All(
            ["<html lang=\"nb\">", "care-events, accepted", "care-events, F01", "kpr.files.open", "kpr.queue.wait", file.Key, Spans.ReceiveFile, Spans.JudgeChunk, Spans.CompleteFile, "FileCompleted", "1007"],
            shown => Assert.Contains(shown, page, StringComparison.Ordinal));
        Assert.DoesNotContain("/api/health", page, StringComparison.Ordinal);
        Assert.DoesNotContain(CanaryTests.Numbers.Take(planted), number => page.Contains(number, StringComparison.Ordinal));
    }

    [Fact]
    public async Task There_is_no_page_where_telemetry_is_not_kept()
    {
        await using var test = await TestSystem.StartAsync();
        using var http = new HttpClient { BaseAddress = test.System.Host.Address };
        using var answer = await http.GetAsync(new Uri(TelemetryPage.Path, UriKind.Relative));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("ClientId=abc;Authorization=AAD", "abc")]
    [InlineData("Authorization=AAD", null)]
    public void The_identity_that_telemetry_is_sent_with_is_read_from_its_setting(string setting, string? client) =>
        Assert.Equal(client, TelemetrySettings.ClientId(setting));

    [Theory]
    [InlineData(null)]
    [InlineData("ClientId=abc")]
    [InlineData("Authorization=Key")]
    public void Telemetry_without_an_identity_stops_the_start_and_names_the_setting(string? setting) => Assert.Contains(
        TelemetrySettings.ApplicationInsightsIdentity, Assert.Throws<InvalidOperationException>(() => TelemetrySettings.ClientId(setting)).Message, StringComparison.Ordinal);
}
