using Kpr.LocalAzure.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kpr.Benchmarks;

/// <summary>The orchestrations that are measured, and a host for them.</summary>
public sealed class DurableFlows
{
    [Function("FiveParts")]
    public static async Task<int> FivePartsAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
        (await Task.WhenAll(Enumerable.Range(0, 5).Select(i => context.CallActivityAsync<int>("Part", i)))).Sum();

    [Function("Part")]
    public static int Part([ActivityTrigger] int part) => part;

    [Function("Month")]
    public static async Task MonthAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        using var end = new CancellationTokenSource();
        await Task.WhenAny(context.CreateTimer(TimeSpan.FromDays(30), end.Token), context.WaitForExternalEvent<string>("Answer"));
        end.Cancel();
    }

    /// <summary>A history of three events a call.</summary>
    [Function("Steps")]
    public static async Task<int> StepsAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var sum = 0;
        for (var i = 0; i < 500; i++)
        {
            sum += await context.CallActivityAsync<int>("Part", i);
        }

        return sum;
    }

    public static IHost Build(string file)
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.Logging.ClearProviders();
        builder.Services.Configure<LocalHostOptions>(options =>
        {
            options.Assemblies.Add(typeof(DurableFlows).Assembly);
            options.Types = type => type == typeof(DurableFlows);
            options.HttpPort = 0;
            options.StateFile = file;
        });
        return builder.Build();
    }
}
