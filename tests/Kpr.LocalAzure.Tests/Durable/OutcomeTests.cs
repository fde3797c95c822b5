using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Kpr.LocalAzure.Tests.Durable;

public sealed class OutcomeTests
{
    [Theory]
    [InlineData("Throws", "System.InvalidOperationException: boom")]
    [InlineData("ByActivity", "Microsoft.DurableTask.TaskFailedException: Task 'Act' (#0) failed with an unhandled exception: act failed")]
    [InlineData("Cancels", "{\"message\":\"Function \\u0027Cancels\\u0027 failed with an unhandled exception.\",\"error\":\"System.AggregateException: One or more errors occurred. (A task was canceled.)\"}")]
    [InlineData("LargeStatus", "System.ArgumentException: CustomStatus is too large: limit = 16 KB (UTF-16), actual = 16.0 KB. (Parameter 'customStatus')")]
    [InlineData("TakesWrong", "System.InvalidOperationException: DURABLE1001: function 'TakesWrong' takes a System.String; an orchestrator takes a TaskOrchestrationContext.")]
    [InlineData("RunsElsewhere", "System.InvalidOperationException: An invalid asynchronous invocation was detected. This can be caused by awaiting non-durable tasks in an orchestrator function's implementation or by middleware that invokes asynchronous code.")]
    [InlineData("DelaysFirst", "System.InvalidOperationException: An invalid asynchronous invocation was detected. This can be caused by awaiting non-durable tasks in an orchestrator function's implementation or by middleware that invokes asynchronous code.")]
    public async Task An_orchestrator_that_throws_has_failed_and_its_output_is_text(string name, string output)
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        var ended = await app.RunAsync(name);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, ended.RuntimeStatus);
        Assert.Equal(output, ended.SerializedOutput);
        Assert.Null(ended.FailureDetails);
        Assert.Throws<JsonException>(() => ended.ReadOutputAs<string>());
    }

    [Theory]
    [InlineData("StatusThenThrows", OrchestrationRuntimeStatus.Failed)]
    [InlineData("StatusThenReturns", OrchestrationRuntimeStatus.Completed)]
    public async Task The_last_custom_status_survives_the_end(string name, OrchestrationRuntimeStatus status)
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        var ended = await app.RunAsync(name);

        Assert.Equal((status, "{\"Step\":2,\"Day\":1}"), (ended.RuntimeStatus, ended.SerializedCustomStatus));
    }

    [Theory]
    [InlineData("DelaysNothing")]
    [InlineData("SetsNull")]
    public async Task A_custom_status_never_set_or_set_to_null_is_the_text_null_after_the_first_piece_of_work(string name)
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        var ended = await app.RunAsync(name);

        Assert.Equal("null", ended.SerializedCustomStatus);
        Assert.Null(ended.ReadCustomStatusAs<string>());
        Assert.Equal(OrchestrationRuntimeStatus.Completed, ended.RuntimeStatus);
    }

    [Theory]
    [InlineData("DelaysLater")]
    [InlineData("LeavesItsThread")]
    public async Task What_awaits_something_else_after_a_durable_task_stays_running_for_ever(string name)
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        var id = (await app.RunAsync(name)).InstanceId;
        await Task.Delay(50);
        await app.IdleAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Running, await app.StatusAsync(id));
    }

    [Fact]
    public async Task What_blocks_on_a_durable_task_stays_pending_for_ever()
    {
        await using var app = await DurableApp.StartAsync<Flows>(options: options => options.ShutdownWait = TimeSpan.FromMilliseconds(50));
        await app.ScheduleAsync("Blocks", null, "id");
        await Task.Delay(100);

        Assert.Equal(OrchestrationRuntimeStatus.Pending, await app.StatusAsync("id"));
    }

    public sealed record Status(int Step, DayOfWeek Day);

    public sealed class Flows
    {
        [Function("Throws")]
        public static void Throws([OrchestrationTrigger] TaskOrchestrationContext context) => throw new InvalidOperationException("boom");

        [Function("ByActivity")]
        public static Task ByActivityAsync([OrchestrationTrigger] TaskOrchestrationContext context) => context.CallActivityAsync("Act");

        [Function("Act")]
        public static void Act([ActivityTrigger] string? nothing) => throw new InvalidOperationException("act failed");

        [Function("Cancels")]
        public static Task CancelsAsync([OrchestrationTrigger] TaskOrchestrationContext context) => Task.FromCanceled(new CancellationToken(true));

        [Function("LargeStatus")]
        public static void LargeStatus([OrchestrationTrigger] TaskOrchestrationContext context) => context.SetCustomStatus(new string('x', 8 * 1024));

        [Function("SetsNull")]
        public static void SetsNull([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            context.SetCustomStatus("set");
            context.SetCustomStatus(null);
        }

        [Function("StatusThenThrows")]
        public static async Task StatusThenThrowsAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            await StatusThenReturnsAsync(context);
            throw new InvalidOperationException();
        }

        [Function("StatusThenReturns")]
        public static async Task StatusThenReturnsAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            context.SetCustomStatus("first");
            await context.CreateTimer(TimeSpan.Zero, CancellationToken.None);
            context.SetCustomStatus(new Status(1, DayOfWeek.Sunday));
            context.SetCustomStatus(new Status(2, DayOfWeek.Monday));
        }

        [Function("TakesWrong")]
        public static void TakesWrong([OrchestrationTrigger] string context)
        {
        }

        [Function("RunsElsewhere")]
        public static async Task<int> RunsElsewhereAsync([OrchestrationTrigger] TaskOrchestrationContext context) => await Task.Run(async () =>
        {
            await Task.Delay(20);
            return 1;
        });

        [Function("DelaysFirst")]
        public static Task DelaysFirstAsync([OrchestrationTrigger] TaskOrchestrationContext context) => Task.Delay(20);

        [Function("DelaysNothing")]
        public static async Task DelaysNothingAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            await Task.Delay(0);
            await Task.CompletedTask;
        }

        [Function("DelaysLater")]
        public static async Task DelaysLaterAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            await context.CreateTimer(TimeSpan.Zero, CancellationToken.None);
            await Task.Delay(20);
        }

        [Function("LeavesItsThread")]
        public static async Task LeavesItsThreadAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            await context.CreateTimer(TimeSpan.Zero, CancellationToken.None).ConfigureAwait(false);
            await context.CreateTimer(TimeSpan.Zero, CancellationToken.None).ConfigureAwait(false);
        }

        [Function("Blocks")]
        public static void Blocks([OrchestrationTrigger] TaskOrchestrationContext context) => context.CreateTimer(TimeSpan.Zero, CancellationToken.None).Wait();
    }
}
