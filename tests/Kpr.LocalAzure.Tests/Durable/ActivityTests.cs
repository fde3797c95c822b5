using System.Text.Json;
using Kpr.LocalAzure.Tests.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Kpr.LocalAzure.Tests.Durable;

public sealed class ActivityTests
{
    [Theory]
    [InlineData("Message", "Task 'act' (#0) failed with an unhandled exception: act failed")]
    [InlineData("TaskName", "act")]
    [InlineData("TaskId", "0")]
    [InlineData("Type", "System.InvalidOperationException")]
    [InlineData("Inner", "System.ArgumentException: inside")]
    [InlineData("Behind", "DurableTask.Core.Exceptions.TaskFailedException")]
    [InlineData("CausedByBase", "True True True False")]
    [InlineData("Stack", "True False")]
    public async Task A_failed_activity_tells_what_remains_of_its_exception(string fact, string expected)
    {
        await using var app = await DurableApp.StartAsync<Flows>();

        Assert.Equal(expected, (await app.RunAsync("Failing", fact)).ReadOutputAs<string>());
    }

    [Theory]
    [InlineData("Cancels", "Failed", "Microsoft.DurableTask.TaskFailedException: Task 'Throw' (#0) failed with an unhandled exception: The operation was canceled.")]
    [InlineData("Unknown", "Completed", "\"ActivityTaskNotFound: No activity task named \\u0027Nobody\\u0027 was found.\"")]
    [InlineData("Nulls", "Completed", "\"True True 0\"")]
    [InlineData("WrongType", "Completed", "\"JsonException Number 5\"")]
    [InlineData("Big", "Completed", "[3000000,6000000]")]
    [InlineData("Two", "Completed", "\"Throw True\"")]
    [InlineData("InstanceIds", "Completed", "true")]
    [InlineData("AnyCase", "Completed", "\"x\"")]
    [InlineData("Forgotten", "Completed", "\"done\"")]
    public async Task An_orchestrator_sees_of_activities_what_the_genuine_one_does(string name, string status, string output)
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        var ended = await app.RunAsync(name);

        Assert.Equal(status, ended.RuntimeStatus.ToString());
        Assert.Equal(output, ended.SerializedOutput);
    }

    [Fact]
    public void Of_an_exception_of_many_the_first_is_kept_and_there_are_no_further_properties()
    {
        var details = TaskFailureDetails.FromException(new AggregateException(new ArgumentException("first"), new TimeoutException("second")));

        Assert.Equal(("System.AggregateException", "System.ArgumentException"), (details.ErrorType, details.InnerFailure!.ErrorType));
        Assert.Null(details.InnerFailure.InnerFailure);
        Assert.Empty(details.Properties!);
    }

    [Fact]
    public async Task An_activity_nobody_awaits_runs_all_the_same()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.RunAsync("Forgotten");

        Assert.Equal(["echo"], app.Probe.Seen);
    }

    [Fact]
    public async Task WhenAny_in_a_loop_gives_the_order_of_completion()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        var id = await app.ScheduleAsync("Race");
        await app.Probe.UntilAsync(probe => probe.Seen.Count == 1);
        await Task.Delay(50);
        app.Probe.Gate.SetResult();
        await app.IdleAsync();

        Assert.Equal("[\"fast\",\"slow\"]", (await app.GetAsync(id)).SerializedOutput);
    }

    public sealed class Flows(Probe probe)
    {
        [Function("Failing")]
        public static async Task<string> FailingAsync([OrchestrationTrigger] TaskOrchestrationContext context, string fact)
        {
            try
            {
                await context.CallActivityAsync("act", "act failed");
                return "";
            }
            catch (TaskFailedException failure)
            {
                var details = failure.FailureDetails;
                return fact switch
                {
                    "Message" => failure.Message,
                    "TaskName" => failure.TaskName,
                    "TaskId" => $"{failure.TaskId}",
                    "Type" => details.ErrorType,
                    "Inner" => details.InnerFailure!.ToString(),
                    "Behind" => failure.InnerException!.GetType().FullName!,
                    "Stack" => $"{details.StackTrace is not null} {details.InnerFailure!.StackTrace is not null}",
                    _ => $"{details.IsCausedBy<InvalidOperationException>()} {details.IsCausedBy<SystemException>()} {details.IsCausedBy<Exception>()} {details.IsCausedBy<ArgumentException>()}",
                };
            }
        }

        [Function("Act")]
        public static void Act([ActivityTrigger] string message) => throw new InvalidOperationException(message, new ArgumentException("inside"));

        [Function("Cancels")]
        public static Task CancelsAsync([OrchestrationTrigger] TaskOrchestrationContext context) => context.CallActivityAsync("Throw", "cancel");

        [Function("Unknown")]
        public static async Task<string> UnknownAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            var failure = await Assert.ThrowsAsync<TaskFailedException>(() => context.CallActivityAsync("Nobody"));
            return failure.FailureDetails.ToString();
        }

        [Function("Nulls")]
        public static async Task<string> NullsAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
            $"{await context.CallActivityAsync<string?>("Echo") is null} {await context.CallActivityAsync<int?>("Echo") is null} {await context.CallActivityAsync<int>("Echo")}";

        [Function("WrongType")]
        public static async Task<string> WrongTypeAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            await context.CallActivityAsync("Echo", "5");
            var untyped = await context.CallActivityAsync<object>("Echo", 5);
            try
            {
                return $"{await context.CallActivityAsync<int>("Echo", "5")}";
            }
            catch (JsonException exception)
            {
                return $"{exception.GetType().Name} {((JsonElement)untyped).ValueKind} {untyped}";
            }
        }

        [Function("Big")]
        public static async Task<int[]> BigAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
            [(await context.CallActivityAsync<string>("Large", 3_000_000)).Length, (await context.CallActivityAsync<string>("Large", 6_000_000)).Length];

        [Function("Two")]
        public static async Task<string> TwoAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            Task[] both = [context.CallActivityAsync("Throw", "one"), context.CallActivityAsync("Throw", "two")];
            var failure = await Assert.ThrowsAsync<TaskFailedException>(() => Task.WhenAll(both));
            return $"{failure.TaskName} {both.All(task => task.IsFaulted)}";
        }

        [Function("InstanceIds")]
        public static async Task<bool> InstanceIdsAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
            await context.CallActivityAsync<string>("Whose") == context.InstanceId;

        [Function("AnyCase")]
        public static Task<string> AnyCaseAsync([OrchestrationTrigger] TaskOrchestrationContext context) => context.CallActivityAsync<string>("eCHO", "x");

        [Function("Forgotten")]
        public static string Forgotten([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            _ = context.CallActivityAsync("Tell", "echo");
            return "done";
        }

        [Function("Race")]
        public static async Task<List<string>> RaceAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            List<Task<string>> open = [context.CallActivityAsync<string>("Slow"), context.CallActivityAsync<string>("Tell", "fast")];
            var order = new List<string>();
            while (open.Count > 0)
            {
                var winner = await Task.WhenAny(open);
                open.Remove(winner);
                order.Add(await winner);
            }

            return order;
        }

        [Function("Throw")]
        public static void Throw([ActivityTrigger] string message) => throw (message == "cancel" ? new OperationCanceledException() : new InvalidOperationException(message));

        [Function("Echo")]
        public static JsonElement? Echo([ActivityTrigger] JsonElement? input) => input;

        [Function("Large")]
        public static string Large([ActivityTrigger] int letters) => new('x', letters);

        [Function("Whose")]
        public static string Whose([ActivityTrigger] string? nothing, string instanceId) => instanceId;

        [Function("Tell")]
        public string Tell([ActivityTrigger] string what)
        {
            probe.Tell(what);
            return what;
        }

        [Function("Slow")]
        public async Task<string> SlowAsync([ActivityTrigger] string? nothing, CancellationToken cancellationToken)
        {
            await probe.PassAsync(cancellationToken);
            return "slow";
        }
    }
}
