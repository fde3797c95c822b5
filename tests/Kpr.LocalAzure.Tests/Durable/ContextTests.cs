using System.Text.Json;
using Kpr.LocalAzure.Tests.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Kpr.LocalAzure.Tests.Durable;

public sealed class ContextTests
{
    [Fact]
    public async Task Code_that_runs_again_is_replaying_and_sees_the_same_time_and_ids()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.RunAsync("Replays", null, "id");
        await app.AdvanceAsync(TimeSpan.FromHours(1));

        var first = app.Probe.Seen.Where(line => line.StartsWith("first", StringComparison.Ordinal)).Select(line => line.Split('|')).ToList();
        var second = Assert.Single(app.Probe.Seen, line => line.StartsWith("second", StringComparison.Ordinal)).Split('|');
        Assert.Equal(["False", "True"], first.Select(line => line[1]));
        Assert.Single(first.Select(line => line[2] + line[3] + line[4]).Distinct());
        Assert.NotEqual(first[0][3], first[0][4]);
        Assert.Equal('5', first[0][3][14]);
        Assert.Equal("False", second[1]);
        Assert.True(string.CompareOrdinal(second[2], first[0][2]) > 0);
        Assert.True((await app.GetAsync("id")).CreatedAt.UtcDateTime <= DateTime.Parse(first[0][2], null, System.Globalization.DateTimeStyles.RoundtripKind));
    }

    [Fact]
    public async Task A_replay_safe_logger_tells_a_line_once_and_says_it_is_on_all_the_time()
    {
        using var lines = new Lines();
        await using var app = await DurableApp.StartAsync<Flows>(log: lines);
        await app.RunAsync("Logs", null, "id");
        await app.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(["Flow: before", "Flow: after"], lines.Told.Where(line => line.StartsWith("Flow", StringComparison.Ordinal)));
        Assert.Equal("true", (await app.GetAsync("id")).SerializedOutput);
    }

    [Fact]
    public async Task A_custom_status_is_written_when_the_orchestrator_yields()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.ScheduleAsync("Blocks", null, "id");
        await app.Probe.UntilAsync(probe => probe.Seen.Contains("set"));
        var blocked = await app.GetAsync("id");
        app.Probe.Gate.SetResult();
        await app.IdleAsync();

        Assert.Equal((OrchestrationRuntimeStatus.Pending, null), (blocked.RuntimeStatus, blocked.SerializedCustomStatus));
        Assert.Equal("\"set\"", (await app.GetAsync("id")).SerializedCustomStatus);
    }

    [Theory]
    [InlineData("abc", "\"abc\"")]
    [InlineData(5, "5")]
    [InlineData(null, null)]
    public async Task Simple_values_go_through_JSON_as_they_are(object? value, string? json)
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        var ended = await app.RunAsync("Echo", value);

        Assert.Equal((json, json), (ended.SerializedInput, ended.SerializedOutput));
    }

    [Fact]
    public async Task Values_are_written_as_the_Functions_worker_does()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        Shape shape = new Square(
            1.10m, [1, 2], TimeSpan.FromMinutes(90), DayOfWeek.Monday, new DateTime(2024, 1, 2, 3, 4, 5, DateTimeKind.Utc), new DateTime(2024, 1, 2), new DateTimeOffset(2024, 1, 2, 0, 0, 0, TimeSpan.FromHours(2)), null, "æ<&", ("a", 1), new Square2("in"));
        var ended = await app.RunAsync("Echo", shape);

        Assert.Equal(
            """{"Amount":1.10,"Bytes":"AQI=","Span":"01:30:00","Day":1,"Utc":"2024-01-02T03:04:05Z","Plain":"2024-01-02T00:00:00","Offset":"2024-01-02T00:00:00+02:00","Nothing":null,"Text":"\u00E6\u003C\u0026","Pair":{},"Inner":{"$type":"two","Name":"in"}}""",
            ended.SerializedInput);
        Assert.Equal(DateTimeKind.Utc, ended.ReadInputAs<Square>()!.Utc.Kind);
    }

    [Fact]
    public async Task Ids_local_times_and_enumerations_are_written_as_the_Functions_worker_does()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        var id = Guid.Parse("6f9619ff-8b86-d011-b42d-00c04fc964ff");
        var local = new DateTime(2024, 1, 2, 3, 4, 5, DateTimeKind.Local);

        Assert.Equal($"\"{id}\"", (await app.RunAsync("Echo", id)).SerializedInput);
        Assert.Equal("4", (await app.RunAsync("Echo", DayOfWeek.Thursday)).SerializedInput);
        var offset = TimeZoneInfo.Local.GetUtcOffset(local);
        Assert.Equal($"\"2024-01-02T03:04:05{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}\"", (await app.RunAsync("Echo", local)).SerializedInput);
    }

    [Fact]
    public async Task Reading_knows_names_in_any_case_and_no_numbers_in_text()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        var read = await app.RunAsync("Reads", new { NAME = "x", other = 1 });
        var wrong = await app.RunAsync("Quick", "5");
        var other = await app.RunAsync("ReadsOther", "text");

        Assert.Equal("\"x 0\"", read.SerializedOutput);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, wrong.RuntimeStatus);
        Assert.StartsWith("System.Text.Json.JsonException", wrong.SerializedOutput, StringComparison.Ordinal);
        Assert.Equal("\"JsonException\"", other.SerializedOutput);
    }

    [Fact]
    public async Task What_is_no_JSON_is_refused_at_the_start()
    {
        await using var app = await DurableApp.StartAsync<Flows>();

        await Assert.ThrowsAsync<ArgumentException>(() => app.ScheduleAsync("Echo", double.NaN));
        await Assert.ThrowsAsync<ArgumentException>(() => app.ScheduleAsync("Echo", double.PositiveInfinity));
        await Assert.ThrowsAsync<NotSupportedException>(() => app.ScheduleAsync("Echo", typeof(string)));
    }

    [System.Text.Json.Serialization.JsonDerivedType(typeof(Square2), "two")]
    public record Shape;

    public sealed record Square(decimal Amount, byte[] Bytes, TimeSpan Span, DayOfWeek Day, DateTime Utc, DateTime Plain, DateTimeOffset Offset, string? Nothing, string Text, (string, int) Pair, Shape Inner) : Shape;

    public sealed record Square2(string Name) : Shape;

    public sealed record Named(string Name, int Count);

    public sealed class Flows(Probe probe)
    {
        [Function("Replays")]
        public async Task ReplaysAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            probe.Tell($"first|{context.IsReplaying}|{context.CurrentUtcDateTime:O}|{context.NewGuid()}|{context.NewGuid()}");
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            probe.Tell($"second|{context.IsReplaying}|{context.CurrentUtcDateTime:O}");
        }

        [Function("Logs")]
        public static async Task<bool> LogsAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            var log = context.CreateReplaySafeLogger("Flow");
            var on = log.IsEnabled(LogLevel.Information);
#pragma warning disable CA1848 // A line of a test.
            log.LogInformation("before");
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            log.LogInformation("after");
#pragma warning restore CA1848
            return on;
        }

        [Function("Blocks")]
        public async Task BlocksAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            context.SetCustomStatus("set");
            probe.Tell("set");
            probe.Gate.Task.Wait();
            await context.WaitForExternalEvent<string>("never");
        }

        [Function("Echo")]
        public static object? Echo([OrchestrationTrigger] TaskOrchestrationContext context) => context.GetInput<object>();

        [Function("Quick")]
        public static int Quick([OrchestrationTrigger] TaskOrchestrationContext context, int number) => number;

        [Function("Reads")]
        public static string Reads([OrchestrationTrigger] TaskOrchestrationContext context, Named named) => $"{named.Name} {named.Count}";

        [Function("ReadsOther")]
        public static string ReadsOther([OrchestrationTrigger] TaskOrchestrationContext context) => Assert.Throws<JsonException>(() => context.GetInput<int>()).GetType().Name;
    }
}
