using Kpr.LocalAzure.Durable.Testing;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Kpr.LocalAzure.Tests.Durable;

public sealed class OrchestrationPlayTests
{
    [Fact]
    public void An_answer_that_throws_is_a_failure_and_is_tried_again_after_a_pause()
    {
        var calls = 0;
        var play = OrchestrationPlay.Of("Flow", context => context.CallActivityAsync<string>("Ask", TaskOptions.FromRetryPolicy(new RetryPolicy(3, TimeSpan.FromHours(1)))))
            .Answer("Ask", _ => ++calls < 3 ? throw new InvalidOperationException("no") : "yes")
            .Start();
        play.Advance(TimeSpan.FromMinutes(119));
        Assert.Equal(2, play.Calls.Count);

        Assert.Equal("yes", play.Advance(TimeSpan.FromMinutes(1)).OutputAs<string>());
    }

    [Fact]
    public void Called_orchestrations_events_sent_and_generations_are_played()
    {
        var play = OrchestrationPlay.Of("Flow", async context =>
        {
            var generation = context.GetInput<int>();
            context.SendEvent("other", "told", generation);
            var child = await context.CallSubOrchestratorAsync<int>("Child", generation);
            await context.WaitForExternalEvent<string>("next");
            if (generation < 3)
            {
                context.ContinueAsNew(generation + 1);
            }

            return child;
        }).Answer("Child", call => call.InputAs<int>() * 10);
        play.Start(1).Raise("next").Raise("next").Raise("next");

        Assert.Equal((OrchestrationRuntimeStatus.Completed, "30"), (play.Status, play.Output));
        Assert.Equal(["1", "2", "3"], play.Sent.Select(sent => sent.Data));
    }

    [Fact]
    public void Generations_that_begin_at_one_time_make_other_ids()
    {
        var ids = new List<Guid>();
        var play = OrchestrationPlay.Of("Flow", context =>
        {
            ids.Add(context.NewGuid());
            if (ids.Count < 3)
            {
                context.ContinueAsNew();
            }

            return Task.CompletedTask;
        }).Start();

        Assert.Equal(OrchestrationRuntimeStatus.Completed, play.Status);
        Assert.Equal(3, ids.Distinct().Count());
    }

    [Fact]
    public void A_call_without_an_answer_is_an_error_of_the_test()
    {
        var play = OrchestrationPlay.Of("Flow", context => context.CallActivityAsync("Ask"));

        Assert.Equal("The play has no answer for 'Ask'.", Assert.Throws<InvalidOperationException>(() => play.Start()).Message);
    }
}
