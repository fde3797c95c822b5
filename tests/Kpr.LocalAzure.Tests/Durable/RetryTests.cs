using Kpr.LocalAzure.Tests.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Kpr.LocalAzure.Tests.Durable;

public sealed class RetryTests
{
    [Fact]
    public async Task A_policy_counts_calls_and_its_pauses_grow_up_to_the_longest()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.RunAsync("Growing", null, "id");
        int[] pauses = [500, 700, 700];
        var calls = new List<int> { app.Probe.Seen.Count };
        foreach (var pause in pauses)
        {
            await app.AdvanceAsync(TimeSpan.FromMinutes(pause) - TimeSpan.FromMinutes(1));
            calls.Add(app.Probe.Seen.Count);
            await app.AdvanceAsync(TimeSpan.FromMinutes(1));
            calls.Add(app.Probe.Seen.Count);
        }

        Assert.Equal([1, 1, 2, 2, 3, 3, 4], calls);
        Assert.Equal("\"Task \\u0027Fail\\u0027 (#6) failed with an unhandled exception: call 4\"", (await app.GetAsync("id")).SerializedOutput);
    }

    [Fact]
    public async Task A_timeout_is_looked_at_when_a_call_fails()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.RunAsync("TimedOut", null, "id");
        for (var i = 0; i < 6; i++)
        {
            await app.AdvanceAsync(TimeSpan.FromMinutes(500));
        }

        Assert.Equal(4, app.Probe.Seen.Count);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, await app.StatusAsync("id"));
    }

    [Fact]
    public async Task HandleFailure_ends_the_tries_and_is_asked_again_at_every_replay()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        var ended = await app.RunAsync("Handled");

        Assert.Equal(OrchestrationRuntimeStatus.Completed, ended.RuntimeStatus);
        Assert.Equal(["called", "asked False", "asked True"], app.Probe.Seen);
    }

    [Fact]
    public async Task A_handler_tries_at_once_or_after_a_timer_of_its_own()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.RunAsync("Handler", null, "id");
        var before = app.Probe.Seen.Count;
        await app.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(2, before);
        Assert.Equal("\"1 System.InvalidOperationException 0; 2 System.InvalidOperationException 0; 3 System.InvalidOperationException 1\"", (await app.GetAsync("id")).SerializedOutput);
    }

    [Fact]
    public async Task The_third_call_after_two_pauses_is_number_4()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.RunAsync("Third", null, "id");
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal("4", (await app.GetAsync("id")).SerializedOutput);
    }

    [Fact]
    public void A_policy_refuses_what_cannot_be_and_has_its_defaults()
    {
        var minute = TimeSpan.FromMinutes(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetryPolicy(0, minute));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetryPolicy(1, TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetryPolicy(1, minute, 0.9));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetryPolicy(1, minute, 1, TimeSpan.FromSeconds(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetryPolicy(1, minute, 1, null, TimeSpan.FromSeconds(1)));
        var policy = new RetryPolicy(1, minute);
        Assert.Equal((1.0, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan), (policy.BackoffCoefficient, policy.MaxRetryInterval, policy.RetryTimeout));
    }

    public sealed class Flows(Probe probe)
    {
        private static readonly TimeSpan Minutes500 = TimeSpan.FromMinutes(500);

        [Function("Growing")]
        public static async Task<string> GrowingAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            var policy = new RetryPolicy(4, Minutes500, 3, TimeSpan.FromMinutes(700));
            return (await Assert.ThrowsAsync<TaskFailedException>(() => context.CallActivityAsync("Fail", TaskOptions.FromRetryPolicy(policy)))).Message;
        }

        [Function("TimedOut")]
        public static Task TimedOutAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.CallActivityAsync("Fail", TaskOptions.FromRetryPolicy(new RetryPolicy(10, Minutes500, retryTimeout: TimeSpan.FromMinutes(1200))));

        [Function("Handled")]
        public async Task HandledAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            var policy = new RetryPolicy(10, Minutes500)
            {
                HandleFailure = failure =>
                {
                    probe.Tell($"asked {context.IsReplaying}");
                    return !failure.IsCausedBy<InvalidOperationException>();
                },
            };
            await Assert.ThrowsAsync<TaskFailedException>(() => context.CallActivityAsync("FailQuietly", TaskOptions.FromRetryPolicy(policy)));
            await context.CallActivityAsync("Nothing");
        }

        [Function("Handler")]
        public static async Task<string> HandlerAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            var seen = new List<string>();
            AsyncRetryHandler handler = async retry =>
            {
                seen.Add($"{retry.LastAttemptNumber} {retry.LastFailure.ErrorType} {(int)retry.TotalRetryTime.TotalHours}");
                if (retry.LastAttemptNumber == 2)
                {
                    await retry.OrchestrationContext.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                }

                return retry.LastAttemptNumber < 3;
            };
            await Assert.ThrowsAsync<TaskFailedException>(() => context.CallActivityAsync("Fail", TaskOptions.FromRetryHandler(handler)));
            return string.Join("; ", seen);
        }

        [Function("Third")]
        public static async Task<int> ThirdAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
            (await Assert.ThrowsAsync<TaskFailedException>(() => context.CallActivityAsync("Fail", TaskOptions.FromRetryPolicy(new RetryPolicy(3, TimeSpan.FromMinutes(1)))))).TaskId;

        [Function("Fail")]
        public void Fail([ActivityTrigger] string? nothing)
        {
            probe.Tell("call");
            throw new InvalidOperationException($"call {probe.Seen.Count}");
        }

        [Function("FailQuietly")]
        public void FailQuietly([ActivityTrigger] string? nothing)
        {
            probe.Tell("called");
            throw new InvalidOperationException();
        }

        [Function("Nothing")]
        public static void Nothing([ActivityTrigger] string? nothing)
        {
        }
    }
}
