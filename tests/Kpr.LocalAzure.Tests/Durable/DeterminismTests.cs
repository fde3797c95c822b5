using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Kpr.LocalAzure.Tests.Durable;

public sealed class DeterminismTests
{
    private const string Prefix = "DurableTask.Core.Exceptions.NonDeterministicOrchestrationException: Non-Deterministic workflow detected: A previous execution of this orchestration scheduled ";
    private const string Question = "Was a change made to the orchestrator code after this instance had already started running?";

    [Theory]
    [InlineData("Act", "Nothing", Prefix + "an activity task with sequence ID 0 and name 'Act' (version ''), but the current replay execution hasn't (yet?) scheduled this task. " + Question)]
    [InlineData("Act", "Act2", Prefix + "an activity task with sequence number 0 named 'Act', but the current orchestration replay instead scheduled an activity task named 'Act2' with this sequence number. " + Question)]
    [InlineData("Act", "Act2,Act", Prefix + "an activity task with sequence number 0 named 'Act', but the current orchestration replay instead scheduled an activity task named 'Act2' with this sequence number. " + Question)]
    [InlineData("Act", "Timer", Prefix + "an activity task with sequence number 0 named 'Act', but the current orchestration replay instead produced a CreateTimerOrchestratorAction action with this sequence number. " + Question)]
    [InlineData("Timer", "Act", Prefix + "a timer task with sequence number 0, but the current orchestration replay instead produced a ScheduleTaskOrchestratorAction action with this sequence number. " + Question)]
    [InlineData("Act", "Sub", Prefix + "an activity task with sequence number 0 named 'Act', but the current orchestration replay instead produced a CreateSubOrchestrationAction action with this sequence number. " + Question)]
    [InlineData("Sub", "Timer", Prefix + "a sub-orchestration task with sequence number 0 named 'Child', but the current orchestration replay instead produced a CreateTimerOrchestratorAction action with this sequence number. " + Question)]
    public async Task Code_that_no_longer_matches_the_history_fails_and_says_where(string before, string after, string output)
    {
        var ended = await ChangedAsync(before, after);

        Assert.Equal((OrchestrationRuntimeStatus.Failed, output), (ended.RuntimeStatus, ended.SerializedOutput));
    }

    [Theory]
    [InlineData("Act", "ActOtherInput", "\"[\\u0022act\\u0022]\"")]
    [InlineData("Act", "Act,Act2", "\"[\\u0022act\\u0022,\\u0022act2\\u0022]\"")]
    [InlineData("Act", "act", "\"[\\u0022act\\u0022]\"")]
    public async Task Another_input_is_not_noticed_and_calls_added_after_the_recorded_ones_are_fine(string before, string after, string output)
    {
        var ended = await ChangedAsync(before, after);

        Assert.Equal((OrchestrationRuntimeStatus.Completed, output), (ended.RuntimeStatus, ended.SerializedOutput));
    }

    private static async Task<OrchestrationMetadata> ChangedAsync(string before, string after)
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        app.Probe.Tell(before);
        await app.RunAsync("Changing", null, "id");
        app.Probe.Tell(after);
        await app.RaiseAsync("id", "go");
        return await app.GetAsync("id");
    }

    public sealed class Flows(Hosting.Probe probe)
    {
        [Function("Changing")]
        public async Task<string> ChangingAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            var results = new List<string?>();
            foreach (var step in probe.Seen[^1].Split(','))
            {
                switch (step)
                {
                    case "Act" or "Act2" or "act":
                        results.Add(await context.CallActivityAsync<string>(step, step));
                        break;
                    case "ActOtherInput":
                        results.Add(await context.CallActivityAsync<string>("Act", Guid.NewGuid()));
                        break;
                    case "Timer":
                        await context.CreateTimer(TimeSpan.Zero, CancellationToken.None);
                        break;
                    case "Sub":
                        await context.CallSubOrchestratorAsync("Child");
                        break;
                }
            }

            await context.WaitForExternalEvent<string>("go");
            return System.Text.Json.JsonSerializer.Serialize(results);
        }

        [Function("Act")]
        public static string Act([ActivityTrigger] string input) => "act";

        [Function("Act2")]
        public static string Act2([ActivityTrigger] string input) => "act2";

        [Function("Child")]
        public static string Child([OrchestrationTrigger] TaskOrchestrationContext context) => "child";
    }
}
