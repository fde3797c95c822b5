using System.Globalization;
using Kpr.LocalAzure.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.Options;

namespace Kpr.LocalAzure.Tests.Processes;

/// <summary>Orchestrations with one activity that hangs the first time it comes to a certain step, when the file <c>hang</c> beside the state file names it.</summary>
public sealed class CrashFlows(IOptions<LocalHostOptions> options)
{
    private static readonly TaskOptions Patiently = TaskOptions.FromRetryPolicy(new RetryPolicy(5, TimeSpan.FromMilliseconds(1)));

    private string Folder => Path.GetDirectoryName(options.Value.StateFile)!;

    [Function("FanOut")]
    public static async Task<string> FanOutAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var first = await context.CallActivityAsync<string>("Work", "first");
        var parts = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => context.CallActivityAsync<string>("Work", $"part{i}")));
        return $"{first} {string.Join(' ', parts)}";
    }

    [Function("Nested")]
    public static async Task<string> NestedAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
        $"{await context.CallSubOrchestratorAsync<string>("FanOut")} {context.NewGuid().ToString("N").Length} {await context.CallActivityAsync<string>("Work", "last")}";

    [Function("Retried")]
    public static async Task<string> RetriedAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
        $"{await context.CallActivityAsync<string>("ThirdTime", "retry", Patiently)} {await context.CallActivityAsync<string>("Work", "last")}";

    [Function("Work")]
    public async Task<string> WorkAsync([ActivityTrigger] string step)
    {
        await HangOnceAsync(step);
        return step;
    }

    [Function("ThirdTime")]
    public async Task<string> ThirdTimeAsync([ActivityTrigger] string step)
    {
        var file = Path.Combine(Folder, "tries");
        var tries = File.Exists(file) ? int.Parse(await File.ReadAllTextAsync(file), CultureInfo.InvariantCulture) : 0;
        await File.WriteAllTextAsync(file, $"{tries + 1}");
        await HangOnceAsync($"{step}{tries}");
        return tries >= 2 ? step : throw new InvalidOperationException($"try {tries}");
    }

    private async Task HangOnceAsync(string step)
    {
        var file = Path.Combine(Folder, "hang");
        if (File.Exists(file) && await File.ReadAllTextAsync(file) == step)
        {
            File.Delete(file);
            Console.WriteLine("hang");
            await Task.Delay(Timeout.Infinite);
        }
    }
}
