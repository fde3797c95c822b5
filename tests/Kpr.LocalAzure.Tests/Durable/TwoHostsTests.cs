using Kpr.LocalAzure.Tests.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Kpr.LocalAzure.Tests.Durable;

public sealed class TwoHostsTests
{
    [Fact]
    public async Task Two_hosts_on_one_file_share_the_work_and_do_nothing_twice()
    {
        await using var one = await DurableApp.StartAsync<Flows>(probe: new Probe());
        await using var two = await DurableApp.StartAsync<Flows>(one.File, one.Clock, new Probe());
        for (var i = 0; i < 40; i++)
        {
            await (i % 2 == 0 ? one : two).ScheduleAsync("FiveParts", null, $"id{i}");
        }

        await one.IdleAsync();
        await two.IdleAsync();

        string[] all = [.. one.Probe.Seen, .. two.Probe.Seen];
        Assert.Equal(200, all.Count(line => line.StartsWith("part", StringComparison.Ordinal)));
        Assert.Equal(all.Length, all.Distinct().Count());
        Assert.NotEmpty(one.Probe.Seen);
        Assert.NotEmpty(two.Probe.Seen);
        Assert.Equal(40, (await one.Client.GetAllInstancesAsync(new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Completed])).ToListAsync()).Count);
    }

    public sealed class Flows(Probe probe)
    {
        [Function("FiveParts")]
        public async Task FivePartsAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            if (!context.IsReplaying)
            {
                probe.Tell($"began {context.InstanceId}");
            }

            await Task.WhenAll(Enumerable.Range(0, 5).Select(i => context.CallActivityAsync("Part", i)));
        }

        [Function("Part")]
        public async Task PartAsync([ActivityTrigger] int part, string instanceId)
        {
            probe.Tell($"part {instanceId} {part}");
            await Task.Delay(1);
        }
    }
}
