using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Kpr.LocalAzure.Tests.Durable;

/// <summary>A sample: an applicant must complete the application and a register must deliver; both are reminded; there is a deadline.</summary>
public sealed class CaseFlow
{
    public static readonly TimeSpan ReminderAfter = TimeSpan.FromDays(60);

    [Function("Case")]
    public static async Task<string> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var deadline = context.CurrentUtcDateTime.AddMonths(9);
        await context.CallActivityAsync("Notify", "received");
        context.SetCustomStatus("waiting for the applicant");
        if (!await AnsweredAsync(context, "Completed", deadline))
        {
            return "lapsed";
        }

        context.SetCustomStatus("waiting for the register");
        await context.CallActivityAsync("Notify", "ordered");
        return await AnsweredAsync(context, "Delivered", deadline) ? await context.CallActivityAsync<string>("Close", context.NewGuid()) : "lapsed";
    }

    [Function("Notify")]
    public static string Notify([ActivityTrigger] string what) => what;

    [Function("Close")]
    public static string Close([ActivityTrigger] Guid number) => $"closed {number.ToString("N").Length}";

    /// <summary>Waits for a party until the deadline and reminds it again and again.</summary>
    private static async Task<bool> AnsweredAsync(TaskOrchestrationContext context, string eventName, DateTime deadline)
    {
        var answer = context.WaitForExternalEvent<bool>(eventName);
        while (context.CurrentUtcDateTime < deadline)
        {
            using var end = new CancellationTokenSource();
            var reminder = context.CurrentUtcDateTime + ReminderAfter;
            var timer = context.CreateTimer(reminder < deadline ? reminder : deadline, end.Token);
            if (await Task.WhenAny(answer, timer) == answer)
            {
                end.Cancel();
                return true;
            }

            if (context.CurrentUtcDateTime < deadline)
            {
                await context.CallActivityAsync("Notify", "reminder " + eventName);
            }
        }

        return false;
    }
}
